//! ClaimReview as newsrooms have published it. Their texts are not the project's, and so stand beside it: where they are absent, this
//! test has nothing to read, and says so.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use document::decode::decode;
use document::problem::Severity;
use schema_org::{import_claim_reviews, unread};
use serde_json::Value;

#[test]
fn each_review_becomes_a_document_with_all_that_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/claimreview");
    let folder = std::env::var_os("FACT_CARDS_CLAIM_REVIEWS").map_or(folder, Into::into);
    let Ok(files) = fs::read_dir(&folder) else {
        return eprintln!("skipped: {} is not there", folder.display());
    };
    let mut repairs: BTreeMap<&str, usize> = BTreeMap::new();
    let mut remarks: BTreeMap<&str, usize> = BTreeMap::new();
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "{} is empty", folder.display());
    for file in &files {
        let name = file.file_name().unwrap().to_string_lossy();
        let json = fs::read_to_string(file).unwrap();
        let imported = import_claim_reviews(&json).unwrap_or_else(|remarks| panic!("{name}: {remarks:?}"));
        assert_eq!(imported.len(), 1, "{name}");
        let imported = &imported[0];
        imported.repairs.iter().for_each(|repair| *repairs.entry(repair.kind.code()).or_default() += 1);
        let unread = unread(&[&json], false);
        imported.remarks.iter().chain(&unread).for_each(|remark| *remarks.entry(remark.code()).or_default() += 1);
        let decoded = decode(&serde_json::to_string(&imported.document).unwrap()).unwrap();
        let errors: Vec<_> = decoded.problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        holds_what_is_said(&name, &serde_json::from_str(&json).unwrap(), &decoded.document);
    }
    println!("{} files; repairs: {repairs:?}; left out or not as they should be: {remarks:?}", files.len());
}

fn holds_what_is_said(name: &str, source: &Value, document: &document::model::Document) {
    let [claim] = document.claims.as_slice() else { panic!("{name}: not one claim") };
    let said = source["claimReviewed"].as_str().unwrap().replace("&#039;", "'");
    assert_eq!(claim.text, said.trim(), "{name}");
    let review = &claim.reviews[0];
    let author = &source["author"];
    let author = if author.is_array() { &author[0] } else { author };
    assert_eq!(review.by, author["name"].as_str().unwrap().trim(), "{name}");
    let rating = &source["reviewRating"];
    assert_eq!(review.label.as_deref(), rating["alternateName"].as_str().map(str::trim), "{name}");
    let speaker = source["itemReviewed"]["author"]["name"].as_str().map(str::trim);
    let found = claim.statements.first().and_then(|statement| document.speakers.get(statement.speaker.as_deref()?));
    assert_eq!(found.map(|speaker| speaker.name.as_str()), speaker, "{name}");
    let role = source["itemReviewed"]["author"]["jobTitle"].as_str().map(str::trim).filter(|role| !role.is_empty());
    assert_eq!(claim.statements.first().and_then(|statement| statement.role.as_deref()), role, "{name}");
}
