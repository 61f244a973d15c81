//! What reviews say and documents have no field for is told.

use document::decode::decode;
use document::model::Article;
use schema_org::{RepairKind, import_claim_reviews, import_page, unread};
use serde_json::{Value, json};
use testing::test;

fn told(json: &Value) -> Vec<String> {
    unread(&[&json.to_string()], true).iter().map(|remark| remark.line()).collect()
}

fn review() -> Value {
    json!({
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": "The earth is flat",
        "author": { "@type": "Organization", "name": "Desk", "logo": "https://desk.example/logo.png" },
        "mainEntityOfPage": "https://desk.example/flat",
        "itemReviewed": { "@type": "Claim", "author": { "@type": "Person", "name": "Ada" }, "review": { "@id": "#review" } },
        "reviewRating": { "@type": "Rating", "alternateName": "False" },
    })
}

/// A review with a value at this pointer.
fn review_with(pointer: &str, value: Value) -> Value {
    let mut review = review();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    review.pointer_mut(parent).unwrap()[key] = value;
    review
}

#[test]
fn what_cards_show_and_what_pages_need_is_passed_over() {
    assert_eq!(told(&review()), [""; 0]);
    for pointer in ["/image", "/license", "/author/founder", "/author/sameAs", "/reviewRating/identifier"] {
        assert_eq!(told(&review_with(pointer, json!("https://desk.example/a"))), [""; 0], "{pointer}");
    }
    for blank in [json!(""), json!(null), json!([]), json!(" "), json!({ "@type": "Thing" })] {
        assert_eq!(told(&review_with("/reviewBody", blank)), [""; 0]);
    }
}

#[test]
fn each_further_property_is_told_with_its_path() {
    for (pointer, path, of) in [
        ("/reviewBody", "reviewBody", "the reviewBody of a review"),
        ("/description", "description", "the description of a review"),
        ("/schema:text", "schema:text", "the text of a review"),
        ("/reviewRating/ratingExplanation", "reviewRating.ratingExplanation", "the ratingExplanation of a rating"),
        ("/reviewRating/image", "reviewRating.image", "the image of a rating"),
        ("/author/description", "author.description", "the description of a reviewer"),
        ("/itemReviewed/description", "itemReviewed.description", "the description of a claim"),
        ("/itemReviewed/author/birthDate", "itemReviewed.author.birthDate", "the birthDate of a speaker"),
    ] {
        let line = format!("warning[unread]: {path}: a document has no field for {of}; it is left out");
        let mut lines = told(&review_with(pointer, json!("Some words")));
        lines.iter_mut().for_each(|line| *line = line.replace("[\"schema:text\"]", "schema:text"));
        assert_eq!(lines, [line], "{pointer}");
    }
}

#[test]
fn each_property_is_told_once_with_the_number_of_its_values() {
    let one = review_with("/reviewBody", json!("Words"));
    let lines = told(&json!([review(), one, one]));
    let line = "warning[unread]: [1].reviewBody: a document has no field for the reviewBody of a review; it is left out; so is another one";
    assert_eq!(lines, [line]);
    let many = Value::Array(vec![one; 10_000]);
    let [line] = &told(&many)[..] else { panic!("not one line") };
    assert!(line.ends_with("it is left out; so are 9999 others"), "{line}");
}

#[test]
fn what_many_refer_to_is_counted_once_wherever_it_stands() {
    let mut one = review();
    one["author"] = json!({ "@id": "#desk" });
    let desk =
        json!({ "@id": "#desk", "name": "Desk", "slogan": "We check", "parentOrganization": { "@id": "#desk" } });
    let lines = told(&json!({ "@graph": [one, one, desk] }));
    let line = "warning[unread]: graph[2].slogan: a document has no field for the slogan of a reviewer; it is left out";
    assert_eq!(lines.iter().map(|line| line.replace('@', "")).collect::<Vec<_>>(), [line]);
}

/// What the list says is read is read: with it, the document is another one.
#[test]
fn what_is_not_told_is_in_the_document() {
    let imported = |json: &Value| import_claim_reviews(&json.to_string()).unwrap().remove(0);
    let without = imported(&review());
    for (pointer, value) in [
        ("/url", json!("https://desk.example/flat")),
        ("/datePublished", json!("2020")),
        ("/headline", json!("Flat?")),
        ("/name", json!("Flat?")),
        ("/publisher", json!({ "name": "House" })),
        ("/reviewRating/ratingValue", json!(1)),
        ("/itemReviewed/author/jobTitle", json!("engineer")),
        ("/itemReviewed/author/affiliation", json!("City")),
        ("/itemReviewed/author/worksFor", json!({ "name": "City" })),
        ("/itemReviewed/author/url", json!("https://ada.example/")),
        ("/itemReviewed/author/sameAs", json!("https://ada.example/")),
        ("/itemReviewed/author/image", json!("https://ada.example/a.png")),
        (
            "/itemReviewed/author/image",
            json!({ "@type": "ImageObject", "contentUrl": "https://ada.example/a.png", "width": 9 }),
        ),
        ("/itemReviewed/datePublished", json!("2020")),
        ("/itemReviewed/url", json!("https://ada.example/said")),
        ("/itemReviewed/appearance", json!({ "headline": "Said", "publisher": { "name": "P" } })),
        (
            "/itemReviewed/firstAppearance",
            json!({ "name": "Said", "datePublished": "2020", "url": "https://a.example/" }),
        ),
    ] {
        let with = review_with(pointer, value);
        assert_eq!(told(&with), [""; 0], "{pointer}");
        assert_ne!(imported(&with).document, without.document, "{pointer}");
    }
}

/// What the import can take from several properties is told of those that it did not take.
#[test]
fn what_another_property_has_displaced_is_told() {
    for (pointer, value, path) in [
        ("/itemReviewed/name", json!("Channel 3"), "itemReviewed.name"),
        ("/itemReviewed/headline", json!("Flat!"), "itemReviewed.headline"),
        ("/itemReviewed/publisher", json!({ "name": "Channel 3" }), "itemReviewed.publisher"),
        (
            "/itemReviewed",
            json!({ "@type": "Claim", "url": "https://a.example/claim", "appearance": "https://a.example/speech" }),
            "itemReviewed.url",
        ),
        (
            "/itemReviewed",
            json!({ "@type": "CreativeWork", "name": "Show", "firstAppearance": "https://a.example/speech" }),
            "itemReviewed.name",
        ),
        (
            "/itemReviewed/author",
            json!({ "name": "Ada", "url": "https://ada.example/", "sameAs": ["https://b.example/"] }),
            "itemReviewed.author.sameAs[0]",
        ),
        (
            "/itemReviewed/author",
            json!({ "name": "Ada", "affiliation": "A", "worksFor": "B" }),
            "itemReviewed.author.worksFor",
        ),
        (
            "/itemReviewed/author",
            json!({ "name": "Ada", "affiliation": { "name": "A", "url": "https://a.example/" } }),
            "itemReviewed.author.affiliation.url",
        ),
        ("/itemReviewed/appearance", json!({ "headline": "Said", "name": "On air" }), "itemReviewed.appearance.name"),
        ("/reviewRating", json!({ "alternateName": "False", "name": "Pants on fire" }), "reviewRating.name"),
    ] {
        let lines = told(&review_with(pointer, value));
        assert_eq!(lines.len(), 1, "{pointer}: {lines:?}");
        assert!(lines[0].starts_with(&format!("warning[unread]: {path}: ")), "{lines:?}");
    }
    let both =
        json!({ "@type": "ClaimReview", "claimReviewed": "A", "author": "Desk", "headline": "One", "name": "Two" });
    assert_eq!(
        told(&both),
        ["warning[unread]: name: a document has no field for the name of a review; it is left out"]
    );
}

#[test]
fn what_says_the_same_twice_is_not_told() {
    for (pointer, value) in [
        ("/itemReviewed/name", json!("The earth is flat ")),
        (
            "/itemReviewed/author",
            json!({ "name": "Ada", "url": "https://ada.example/", "sameAs": "https://ada.example/" }),
        ),
        ("/itemReviewed/author", json!({ "name": "Ada", "affiliation": { "@id": "#c" }, "worksFor": { "@id": "#c" } })),
    ] {
        let graph = json!({ "@graph": [review_with(pointer, value), { "@id": "#c", "name": "City" }] });
        assert_eq!(told(&graph), [""; 0], "{pointer}");
    }
}

#[test]
fn what_another_object_with_the_same_id_says_otherwise_is_told() {
    let one = |name: &str| json!({ "@id": "#desk", "name": name });
    let review = json!({ "@type": "ClaimReview", "claimReviewed": "A", "author": one("Desk"), "itemReviewed": { "author": "Ada" } });
    assert_eq!(told(&json!([review, one("Desk")])), [""; 0]);
    assert_eq!(told(&json!([review, one("Other")])).len(), 1);
}

#[test]
fn a_claim_that_is_left_out_is_told_as_a_whole() {
    let claim =
        |text: &str, name: &str| json!({ "@type": "Claim", "text": text, "author": { "name": name }, "keywords": "a" });
    let lines = told(&review_with(
        "/itemReviewed",
        json!([claim("The earth is flat", "Ada"), claim("The earth is round", "Ben")]),
    ));
    assert_eq!(
        lines,
        [
            "warning[unread]: itemReviewed[0].keywords: a document has no field for the keywords of a claim; it is left out"
        ]
    );
}

#[test]
fn what_the_import_reports_is_not_told_again() {
    let two = json!([{ "alternateName": "False" }, { "alternateName": "True", "image": "a" }]);
    assert_eq!(told(&review_with("/reviewRating", two)), [""; 0]);
    assert_eq!(told(&review_with("/author", json!({ "@id": "#nobody" }))), [""; 0]);
}

#[test]
fn nothing_of_an_exported_document_is_told() {
    let document = json!({ "version": 1, "article": { "headline": "H", "url": "https://a.example/" }, "speakers": { "a": { "name": "Ada" } },
        "claims": [{ "id": "c", "text": "C", "statements": [{ "speaker": "a", "quote": "q", "source": { "title": "S" } }, { "source": { "title": "T" } }],
            "reviews": [{ "by": "Desk", "label": "False" }] }] });
    let document = decode(&document.to_string()).unwrap().document;
    assert_eq!(told(&schema_org::json_ld(&document)), [""; 0]);
    assert_eq!(told(&schema_org::claim_reviews(&document)), [""; 0]);
}

#[test]
fn what_the_api_says_beside_is_told_once() {
    let review = |more: bool| {
        let mut review = json!({ "publisher": { "name": "Desk", "site": "desk.example" }, "url": "https://desk.example/1", "textualRating": "False" });
        if more {
            review["summary"] = json!("In short");
            review["publisher"]["country"] = json!("NZ");
        }
        review
    };
    let answer = |more: bool| {
        let mut claim = json!({ "text": "A", "claimant": "Ada", "claimReview": [review(more), review(more)] });
        if more {
            claim["topic"] = json!("Health");
        }
        let imported = schema_org::import_google(&json!({ "claims": [claim] }).to_string()).unwrap().remove(0);
        imported.remarks.iter().map(|remark| format!("{} {}", remark.code(), remark.path)).collect::<Vec<_>>()
    };
    assert_eq!(answer(false), [""; 0]);
    let expected =
        ["claims[0].topic", "claims[0].claimReview[0].summary", "claims[0].claimReview[0].publisher.country"];
    assert_eq!(answer(true), expected.map(|path| format!("unread {path}")));
}

#[test]
fn a_portrait_is_taken_with_its_credit() {
    let portrait = |value: Value| {
        let json = review_with("/itemReviewed/author/image", value).to_string();
        let imported = import_claim_reviews(&json).unwrap().remove(0);
        let speaker = imported.document.speakers.get("Ada").unwrap().clone();
        let remarks: Vec<_> =
            imported.remarks.iter().map(|remark| format!("{} {}", remark.code(), remark.path)).collect();
        (speaker.image, speaker.image_credit, remarks)
    };
    let some = |text: &str| Some(text.to_owned());
    let address = "https://a.example/a.png";
    assert_eq!(portrait(json!(address)), (some(address), None, vec![]));
    let object = json!({ "@type": "ImageObject", "url": address, "creditText": "Jo &amp; Al" });
    assert_eq!(portrait(object.clone()), (some(address), some("Jo & Al"), vec![]));
    let further = vec!["further-value itemReviewed.author.image[1]".to_owned()];
    assert_eq!(portrait(json!([object, address])), (some(address), some("Jo & Al"), further));
    let path = "itemReviewed.author.image";
    assert_eq!(portrait(json!("/a.png")), (None, None, vec![format!("no-url {path}")]));
    assert_eq!(portrait(json!({ "width": 9 })), (None, None, vec![format!("unusable-value {path}")]));
}

#[test]
fn an_id_that_a_claim_cannot_have_is_a_repair() {
    let named = |text: &str, id: &str| {
        json!({ "@type": "ClaimReview", "claimReviewed": text, "author": "Desk",
            "itemReviewed": { "@type": "Claim", "@id": format!("https://desk.example/#claim-{id}") } })
    };
    let list = json!([named("One", "good"), named("Two", "Not_Kebab"), named("Three", "good")]);
    let imported = import_claim_reviews(&list.to_string()).unwrap().remove(0);
    let repairs: Vec<_> = imported
        .repairs
        .iter()
        .map(|repair| (repair.kind, repair.path.as_str(), repair.before.as_str(), repair.after.as_str()))
        .collect();
    let expected = [
        (RepairKind::Id, "[1].itemReviewed.@id", "Not_Kebab", "two"),
        (RepairKind::Id, "[2].itemReviewed.@id", "good", "review-3"),
    ];
    assert_eq!(repairs, expected);
}

#[test]
fn a_script_that_was_mended_is_shown_before_and_after() {
    let mended = |text: &str| {
        let imported = import_claim_reviews(text).unwrap().remove(0);
        let [repair] = &imported.repairs[..] else { panic!("{:?}", imported.repairs) };
        assert_eq!((repair.kind, repair.path.as_str()), (RepairKind::Json, ""));
        (repair.before.clone(), repair.after.clone())
    };
    let short = r#"{"@type":"ClaimReview","claimReviewed":"A"}"#;
    assert_eq!(mended(&format!("{short};")), (format!("{short};"), short.to_owned()));
}

#[test]
fn a_headline_of_any_review_of_a_page_is_the_headline_of_its_article() {
    let of = |headline: &str| {
        json!({ "@type": "ClaimReview", "claimReviewed": format!("C{headline}"), "author": "Desk",
        "url": "https://desk.example/", "headline": headline })
    };
    for list in [json!([of("Flat?"), of("")]), json!([of(""), of("Flat?")])] {
        let imported = import_claim_reviews(&list.to_string()).unwrap().remove(0);
        assert_eq!((imported.document.article.headline.as_str(), imported.remarks), ("Flat?", vec![]));
        let page = import_page(&[&list.to_string()], Article::default()).unwrap();
        assert_eq!(page.document.article.headline, "Flat?");
    }
    let imported = import_claim_reviews(&of("").to_string()).unwrap().remove(0);
    assert_eq!(imported.document.article.headline, "desk.example");
    decode(&serde_json::to_string(&imported.document).unwrap()).unwrap();
}

#[test]
fn objects_beyond_the_sixteenth_with_one_id_are_told() {
    let review = |count: usize| {
        let mut graph = vec![review()];
        graph[0]["author"] = json!({ "@id": "#desk" });
        graph.extend(
            (0..count).map(|number| json!({ "@id": "#desk", "name": if number + 1 == count { "Desk" } else { "" } })),
        );
        json!({ "@graph": graph })
    };
    assert_eq!(told(&review(16)), [""; 0]);
    let told = told(&review(17));
    assert_eq!(told.len(), 1);
    assert!(
        told[0].starts_with("warning[many-objects]: @graph[17]: more than 16 objects have the @id “#desk”"),
        "{}",
        told[0]
    );
}
