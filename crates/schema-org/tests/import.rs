//! schema.org's `ClaimReview` becomes a document.

use document::decode::decode;
use document::model::Article;
use schema_org::{Imported, Remark, import_page};
use serde_json::{Value, json};
use testing::test;

const HEADLINE: &str = "Is the earth flat?";

fn article() -> Article {
    Article { headline: HEADLINE.to_owned(), ..Article::default() }
}

#[track_caller]
fn imported(json: Value) -> Imported {
    import_page(&[&json.to_string()], article()).unwrap()
}

/// The document as JSON, after an import without a problem.
#[track_caller]
fn document(json: Value) -> Value {
    let Imported { document, remarks, left_out, .. } = imported(json);
    assert_eq!((remarks, left_out), (vec![], 0));
    let json = serde_json::to_value(document).unwrap();
    decode(&json.to_string()).unwrap();
    json
}

#[track_caller]
fn problems(json: Value) -> Vec<String> {
    imported(json).remarks.iter().map(ToString::to_string).collect()
}

fn review() -> Value {
    json!({
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "datePublished": "2016-06-22",
        "url": "https://example.com/news/science/worldisflat.html",
        "claimReviewed": "The world is flat",
        "author": { "@type": "Organization", "name": "Example.com science watch" },
        "itemReviewed": {
            "@type": "Claim",
            "author": { "@type": "Organization", "name": "Square World Society", "sameAs": "https://example.flatworlders.com" },
            "datePublished": "2016-06-20",
            "appearance": {
                "@type": "OpinionNewsArticle",
                "url": "https://example.com/news/a122121",
                "headline": "Square Earth",
                "datePublished": "2016-06-19",
                "publisher": { "@type": "Organization", "name": "Skeptical News" },
            },
        },
        "reviewRating": { "@type": "Rating", "ratingValue": "1", "bestRating": 5, "worstRating": "1", "alternateName": "False" },
    })
}

/// A review with one property replaced.
fn review_with(property: &str, value: Value) -> Value {
    let mut review = review();
    review[property] = value;
    review
}

#[test]
fn takes_over_every_property_that_a_card_shows() {
    assert_eq!(
        document(review()),
        json!({
            "version": 1,
            "article": { "headline": "Is the earth flat?" },
            "speakers": { "Square World Society": { "name": "Square World Society", "type": "organization", "url": "https://example.flatworlders.com" } },
            "claims": [{
                "id": "the-world-is-flat",
                "text": "The world is flat",
                "statements": [{
                    "speaker": "Square World Society",
                    "said": "2016-06-20",
                    "source": {
                        "title": "Square Earth",
                        "url": "https://example.com/news/a122121",
                        "publisher": "Skeptical News",
                        "published": "2016-06-19",
                    },
                }],
                "reviews": [{
                    "by": "Example.com science watch",
                    "url": "https://example.com/news/science/worldisflat.html",
                    "published": "2016-06-22",
                    "label": "False",
                    "value": 1,
                    "best": 5,
                    "worst": 1,
                }],
            }],
        })
    );
}

#[test]
fn a_speaker_keeps_role_and_organization() {
    let author = json!({ "@type": "Person", "name": "Ada Low", "jobTitle": "engineer", "affiliation": { "name": "City Water" } });
    let document = document(review_with("itemReviewed", json!({ "@type": "Claim", "author": [author] })));
    assert_eq!(document["speakers"], json!({ "Ada Low": { "name": "Ada Low" } }));
    let said = json!({ "speaker": "Ada Low", "role": "engineer", "organization": "City Water" });
    assert_eq!(document["claims"][0]["statements"], json!([said]));
}

#[test]
fn names_may_be_plain_text_and_a_work_no_more_than_its_address() {
    let claim = json!({ "author": "Ada Low", "firstAppearance": "https://a.example/speech" });
    let document = document(review_with("itemReviewed", claim));
    let said = json!({ "speaker": "Ada Low", "source": { "url": "https://a.example/speech" } });
    assert_eq!(document["claims"][0]["statements"], json!([said]));
}

#[test]
fn finds_reviews_however_deep_they_stand() {
    let page = json!([
        { "@type": "BreadcrumbList", "itemListElement": [] },
        { "@context": "https://schema.org", "@graph": [{ "@type": "NewsArticle", "review": review() }] },
        { "@type": ["Review", "ClaimReview"], "claimReviewed": "The moon is cheese", "author": { "name": "Example" } },
    ]);
    let imported = imported(page);
    let texts: Vec<_> = imported.document.claims.iter().map(|claim| claim.text.as_str()).collect();
    assert_eq!(texts, ["The world is flat", "The moon is cheese"]);
}

#[test]
fn reviews_of_one_claim_share_a_card() {
    let second = review_with("author", json!({ "name": "Another desk" }));
    let document = document(json!([review(), second]));
    let claims = document["claims"].as_array().unwrap();
    assert_eq!(claims.len(), 1);
    assert_eq!(claims[0]["reviews"][1]["by"], "Another desk");
    assert_eq!(claims[0]["statements"].as_array().unwrap().len(), 1);
}

#[test]
fn claims_that_begin_alike_or_have_no_latin_letter_have_addresses_of_their_own() {
    let long = "a word and another ".repeat(10);
    let reviews: Vec<_> = [format!("{long}one"), format!("{long}two"), "地球は平らだ".to_owned()]
        .map(|text| review_with("claimReviewed", text.into()))
        .into();
    let imported = imported(json!(reviews));
    assert_eq!(imported.remarks, []);
    let ids: Vec<_> = imported.document.claims.iter().map(|claim| claim.id.as_str()).collect();
    assert_eq!(ids[1..], ["review-2", "review-3"]);
}

#[test]
fn a_review_that_does_not_say_of_what_is_left_out_and_named() {
    let broken = review_with("claimReviewed", json!("  "));
    let page = json!({ "@graph": [broken, review()] });
    assert_eq!(problems(page.clone()), ["@graph[0].claimReviewed: missing; the review is not shown"]);
    assert_eq!(imported(page).left_out, 1);
}

#[test]
fn what_cannot_be_read_is_named() {
    let page = review_with("datePublished", "June 22nd".into());
    let expected = "datePublished: no date that can be read (such as 2019-02 or 2019-02-11T09:30Z); not shown";
    assert_eq!(problems(page), [expected]);
}

#[test]
fn an_address_that_is_no_link_stays_none() {
    let page = review_with("url", "javascript:alert(1)".into());
    assert_eq!(imported(page).document.claims[0].reviews[0].url, None);
}

#[test]
fn any_text_comes_through() {
    for text in ["a \"quote\" \\ and a\u{0}\n\u{2028}b", "</script>", "👍 é"] {
        let document = document(review_with("itemReviewed", json!({ "author": text })));
        assert_eq!(document["claims"][0]["statements"][0]["speaker"], text);
        assert_eq!(document["speakers"][text]["name"], text);
    }
}

#[test]
fn a_rating_has_the_digits_it_was_given() {
    let value = |value: Value| {
        let imported = imported(review_with("reviewRating", json!({ "ratingValue": value })));
        let value = imported.document.claims[0].reviews[0].value.as_ref();
        value.map_or("none", |value| value.as_str()).to_owned()
    };
    assert_eq!(
        [json!("4.50"), json!(-1), json!("1e9"), json!("4,5"), json!("+1"), json!("1."), json!("03")].map(value),
        ["4.50", "-1", "1e9", "4.5", "1", "1.0", "3"]
    );
    assert_eq!(
        [json!("Four"), json!(""), json!("3/5"), json!("1,000"), json!("-"), json!(","), json!("1e400")].map(value),
        ["none"; 7]
    );
}

#[track_caller]
fn refused(json: &str, message: &str) {
    let remarks = import_page(&[json], article()).unwrap_err();
    assert_eq!(remarks.iter().map(Remark::to_string).collect::<Vec<_>>(), [message]);
}

#[test]
fn refuses_what_holds_no_review() {
    refused(r#"{"@type": "NewsArticle"}"#, "there is no ClaimReview in it");
    refused(r#"[{"@type": "ClaimReview"}]"#, "[0].claimReviewed: missing; the review is not shown");
    refused("{\"ClaimReview", "not JSON: EOF while parsing a string at line 1 column 13");
}

#[test]
fn all_who_made_a_claim_stand_on_its_card() {
    let by = |name: &str| review_with("itemReviewed", json!({ "author": { "name": name } }));
    let document = document(json!([by("Ada Low"), by("Ben High"), by("Ada Low")]));
    let said = document["claims"][0]["statements"].as_array().unwrap();
    assert_eq!(said, &[json!({ "speaker": "Ada Low" }), json!({ "speaker": "Ben High" })]);
}

#[test]
fn a_rating_that_nobody_has_signed_costs_itself_and_not_the_claim() {
    let page = review_with("author", json!({ "@id": "#desk" }));
    assert_eq!(problems(page.clone()), ["author.name: missing; the rating is not shown"]);
    let Imported { document, left_out, .. } = imported(page);
    assert_eq!((document.claims.len(), document.claims[0].reviews.len(), left_out), (1, 0, 0));
}

#[test]
fn what_a_thing_says_is_found_wherever_its_id_stands() {
    let page = json!({ "@context": "https://schema.org", "@graph": [
        { "@type": "ClaimReview", "claimReviewed": "The world is flat", "author": { "@id": "#desk" }, "reviewRating": { "@id": "#false" },
          "itemReviewed": { "@id": "#claim" } },
        { "@id": "#desk", "@type": "Organization", "name": "Check Desk", "parentOrganization": { "@id": "#desk" } },
        { "@id": "#false", "@type": "Rating", "alternateName": "False", "ratingValue": 1, "bestRating": 5, "worstRating": 1 },
        { "@id": "#claim", "@type": "Claim", "author": { "@id": "#ada" }, "appearance": { "@id": "#speech" } },
        { "@id": "#ada", "@type": "Person", "name": "Ada Low", "knows": { "@id": "#ada" } },
        { "@id": "#speech", "@type": "Article", "headline": "A speech", "isPartOf": { "@id": "#claim" } },
    ] });
    let document = document(page);
    let claim = &document["claims"][0];
    assert_eq!(claim["statements"], json!([{ "speaker": "Ada Low", "source": { "title": "A speech" } }]));
    assert_eq!(claim["reviews"], json!([{ "by": "Check Desk", "label": "False", "value": 1, "best": 5, "worst": 1 }]));
}

#[test]
fn things_that_refer_to_themselves_end() {
    let page = json!({ "@graph": [
        { "@id": "#a", "@type": "ClaimReview", "claimReviewed": { "@id": "#a" }, "author": { "@id": "#b" }, "itemReviewed": { "@id": "#a" } },
        { "@id": "#b", "name": { "@id": "#b" }, "url": { "@id": "#b" } },
        { "@id": "#c", "@type": "ClaimReview", "claimReviewed": "Round", "author": "Desk", "itemReviewed": { "@id": "#c" } },
    ] });
    assert_eq!(imported(page).document.claims[0].text, "Round");
}

#[test]
fn blocks_of_one_page_refer_to_each_other_and_one_that_is_broken_hides_none() {
    let review = r##"{ "@type": "ClaimReview", "claimReviewed": "Flat", "author": { "@id": "#desk" } }"##;
    let desk = r##"{ "@id": "#desk", "name": "Check Desk" }"##;
    let imported = import_page(&[review, "{ \"@type\": \"ClaimReview\", ", desk], article()).unwrap();
    assert_eq!(imported.document.claims[0].reviews[0].by, "Check Desk");
    let lines: Vec<_> = imported.remarks.iter().map(Remark::line).collect();
    assert_eq!(lines, ["error[syntax]: [1]: not JSON: EOF while parsing a value at line 1 column 26"]);
    assert_eq!(imported.left_out, 1);
}

#[test]
fn types_and_properties_may_have_the_prefix_of_schema_org() {
    for (prefix, context) in [
        ("http://schema.org/", json!(null)),
        ("https://schema.org/", json!(null)),
        ("schema:", json!(null)),
        ("s:", json!({ "s": "https://schema.org/" })),
    ] {
        let name = |name: &str| format!("{prefix}{name}");
        let page = json!({ "@context": context, "@type": [name("Review"), name("ClaimReview")], name("claimReviewed"): "Flat",
            name("author"): { "@type": name("Organization"), name("name"): "Desk" } });
        let document = document(page);
        assert_eq!(
            (&document["claims"][0]["text"], &document["claims"][0]["reviews"][0]["by"]),
            (&json!("Flat"), &json!("Desk"))
        );
    }
}

#[test]
fn values_may_have_a_language_or_stand_in_lists() {
    let page = json!({ "@type": "ClaimReview", "claimReviewed": { "@value": "Flat", "@language": "en" },
        "author": { "@set": [{ "name": { "@value": "One" } }, { "name": ["Two"] }] },
        "itemReviewed": [{ "@type": "Claim", "author": { "@list": [{ "name": "Ada" }, "Ben"] } }] });
    let document = document(page);
    assert_eq!(document["claims"][0]["reviews"][0]["by"], "One, Two");
    assert_eq!(document["claims"][0]["statements"], json!([{ "speaker": "Ada" }, { "speaker": "Ben" }]));
}

#[test]
fn a_claim_may_be_an_object_and_may_stand_in_what_is_reviewed() {
    let of = |claimed: Value, item: Value| {
        let page = json!({ "@type": "ClaimReview", "claimReviewed": claimed, "author": "Desk", "itemReviewed": item });
        document(page)["claims"][0]["text"].as_str().unwrap().to_owned()
    };
    assert_eq!(of(json!({ "@type": "Claim", "text": "Flat" }), json!(null)), "Flat");
    assert_eq!(of(json!([{ "@type": "Claim", "name": "Flat" }]), json!(null)), "Flat");
    assert_eq!(of(json!(null), json!({ "@type": "Claim", "name": "Flat" })), "Flat");
    assert_eq!(of(json!(null), json!([{ "@type": "schema:Claim", "text": ["Flat"] }])), "Flat");
}

#[test]
fn where_a_claim_appeared_is_its_source() {
    let sources = |item: Value| {
        let document = document(review_with("itemReviewed", item));
        document["claims"][0]["statements"].clone()
    };
    let both = json!({ "@type": "Claim", "author": "Ada", "firstAppearance": { "url": "https://a.example/1" },
        "appearance": [{ "url": "https://a.example/1" }, { "@id": "https://a.example/2" }] });
    let said = |url: &str| json!({ "speaker": "Ada", "source": { "url": url } });
    assert_eq!(sources(both), json!([said("https://a.example/1"), said("https://a.example/2")]));
    let work = json!({ "@type": "NewsArticle", "headline": "A speech", "url": "https://a.example/1", "author": "Ada", "datePublished": "2020-01-02" });
    let source = json!({ "title": "A speech", "url": "https://a.example/1" });
    assert_eq!(sources(work), json!([{ "speaker": "Ada", "said": "2020-01-02", "source": source }]));
    let address = json!({ "@type": "Claim", "url": "https://a.example/post" });
    assert_eq!(sources(address), json!([{ "source": { "url": "https://a.example/post" } }]));
}

#[test]
fn a_desk_without_a_name_is_called_by_its_host() {
    for author in [
        json!({ "@type": "Organization", "url": "https://www.desk.example/about" }),
        json!("https://desk.example/"),
        json!({ "@id": "https://desk.example/#organization" }),
        json!({ "url": "desk.example" }),
    ] {
        let imported = imported(review_with("author", author));
        assert_eq!(imported.document.claims[0].reviews[0].by, "desk.example");
        assert!(imported.repairs.iter().any(|repair| repair.kind.code() == "host"));
    }
}

#[test]
fn what_is_wrapped_around_json_or_stands_raw_in_it_is_read() {
    let inner = r#"{"@type": "ClaimReview", "claimReviewed": "Flat \\", "author": "Desk"}"#;
    for text in [
        format!("\u{feff}{inner}"),
        format!("{inner};"),
        format!("\n//<![CDATA[\n{inner}\n//]]>\n"),
        format!("/* <![CDATA[ */ {inner}; /* ]]> */"),
        format!("<![CDATA[{inner}]]>"),
        format!("<!-- {inner} -->"),
    ] {
        let imported = import_page(&[&text], article()).unwrap();
        assert_eq!(imported.document.claims[0].text, "Flat \\", "{text}");
    }
    let raw = "{\"@type\": \"ClaimReview\", \"claimReviewed\": \"Flat\n\tand \\\"old\\\"\", \"author\": \"Desk\"}";
    assert_eq!(import_page(&[raw], article()).unwrap().document.claims[0].text, "Flat\n\tand \"old\"");
}

#[test]
fn markup_in_texts_is_decoded_once() {
    let text = |text: &str| imported(review_with("claimReviewed", text.into())).document.claims[0].text.clone();
    assert_eq!(
        text("Tom &amp; Jerry&#039;s &quot;caf&eacute;&quot; &#x1F44D; &#8220;a&#148;"),
        "Tom & Jerry's \"café\" 👍 “a”"
    );
    assert_eq!(text("&amp;quot; &amp;lt;b&amp;gt;"), "&quot; &lt;b&gt;");
    assert_eq!(text("&lt;b&gt;"), "<b>");
    assert_eq!(text("<p>One <b class=\"x\">two</b></p><br/>three"), "One two  three");
    assert_eq!(
        text("a < b & c > d; <Ada> AT&T &unknown; &#xD800; &"),
        "a < b & c > d; <Ada> AT&T &unknown; \u{fffd} &"
    );
    let imported = imported(review_with("claimReviewed", " A &amp; B ".into()));
    let repair = &imported.repairs[0];
    assert_eq!((repair.kind.code(), repair.path.as_str()), ("markup", "claimReviewed"));
    assert_eq!((repair.before.as_str(), repair.after.as_str()), (" A &amp; B ", "A & B"));
}

#[test]
fn dates_are_read_in_the_forms_that_systems_write() {
    let date = |text: &str| {
        let imported = imported(review_with("datePublished", text.into()));
        imported.document.claims[0].reviews[0].published.as_ref().map_or("none", |date| date.as_str()).to_owned()
    };
    for (text, expected) in [
        ("2020-10-07T20:05:00+0100", "2020-10-07T20:05:00+01:00"),
        ("2020-10-07 20:05", "2020-10-07T20:05"),
        ("20260119", "2026-01-19"),
        ("20260119T1015Z", "2026-01-19T10:15Z"),
        ("2022-01-19 10:00:00 UTC", "2022-01-19T10:00:00Z"),
        ("2022-01-19T10:00:00.123 -03", "2022-01-19T10:00:00.123-03:00"),
        ("2022-01-19t9:05z", "2022-01-19T09:05Z"),
        ("2015/6/7", "2015-06-07"),
        ("2015-06-7", "2015-06-07"),
        (" 2015-06 ", "2015-06"),
        ("2015-06-07T25:00", "2015-06-07"),
        ("2015-06-07 in the morning", "2015-06-07"),
        ("07/06/2015", "none"),
        ("2015-13-01", "none"),
        ("2015-02-30 10:00", "none"),
        ("yesterday", "none"),
    ] {
        assert_eq!(date(text), expected, "{text}");
    }
}

#[test]
fn a_scale_that_cannot_be_costs_the_numbers_and_not_the_label() {
    let rating = |value: Value, best: Value, worst: Value| {
        let rating =
            json!({ "ratingValue": value, "bestRating": best, "worstRating": worst, "alternateName": "False" });
        let imported = imported(review_with("reviewRating", rating));
        let review = &imported.document.claims[0].reviews[0];
        assert_eq!(review.label.as_deref(), Some("False"));
        assert_eq!(imported.remarks.iter().any(|remark| remark.code() == "scale"), review.value.is_none());
        review.value.is_some()
    };
    assert!(!rating(json!(5), json!(1), json!(5)), "reversed");
    assert!(!rating(json!("-1"), json!("-1"), json!("-1")), "equal");
    assert!(!rating(json!(7), json!(5), json!(1)), "above the best");
    assert!(!rating(json!(-2), json!(5), json!(-1)), "below the worst");
    assert!(!rating(json!(10), json!("9.9"), json!(1)));
    assert!(rating(json!(10), json!("10.0"), json!(1)));
    assert!(rating(json!("-0.5"), json!("0"), json!("-1")));
    assert!(rating(json!(5), json!(6), json!(null)));
    assert!(rating(json!("10"), json!("1e1"), json!("-1E+1")), "equal");
    assert!(!rating(json!("1e300"), json!(5), json!(1)), "above the best");
}

#[test]
fn what_there_is_no_room_for_is_reported_with_its_path() {
    let page = json!({ "@type": "ClaimReview", "claimReviewed": ["Flat", "Round"], "author": "Desk", "url": ["https://a.example/", "nowhere"],
        "reviewRating": [{ "alternateName": ["False", "Wrong"] }, { "alternateName": "True" }],
        "itemReviewed": { "author": { "name": "Ada", "jobTitle": { "any": "thing" } } } });
    let left = [
        "claimReviewed[1]: only one value can be shown here, and another one is; this one is left out: “Round”",
        "itemReviewed.author.jobTitle: a value of this kind cannot be shown here; it is left out",
        "url[1]: only one value can be shown here, and another one is; this one is left out: “nowhere”",
        "reviewRating[0].alternateName[1]: only one value can be shown here, and another one is; this one is left out: “Wrong”",
        "reviewRating[1]: only one value can be shown here, and another one is; this one is left out: “True”",
    ];
    assert_eq!(problems(page), left);
}

#[test]
fn an_address_without_its_scheme_gets_one() {
    let url = |text: &str| {
        let imported = imported(review_with("url", text.into()));
        imported.document.claims[0].reviews[0].url.as_ref().map_or("none", |url| url.as_str()).to_owned()
    };
    assert_eq!(url("desk.example/a-review/"), "https://desk.example/a-review/");
    assert_eq!(url(" https://desk.example/ "), "https://desk.example/");
    assert_eq!(
        ["/a-review", "1.5", "two words.example", "mailto:a@b.example", "javascript:a.b/c"].map(url),
        ["none"; 5]
    );
}

#[test]
fn a_speaker_whose_name_begins_with_a_dollar_sign_keeps_the_claim() {
    let by = |text: &str, address: &str| {
        let author = json!({ "@type": "Person", "name": "$hort", "url": address });
        json!({ "@type": "ClaimReview", "claimReviewed": text, "author": "Desk", "itemReviewed": { "author": author } })
    };
    let two = [by("It is flat", "https://a.example/"), by("It is round", "https://b.example/")];
    let Imported { document, .. } = imported(json!({ "@graph": two }));
    let decoded = decode(&serde_json::to_string(&document).unwrap()).unwrap();
    assert!(decoded.problems.is_empty(), "{:?}", decoded.problems);
    let speakers = decoded.document.claims.iter().map(|claim| {
        let key = claim.statements[0].speaker.as_ref().unwrap();
        let speaker = decoded.document.speakers.get(key).unwrap();
        (speaker.name.as_str(), speaker.url.as_ref().unwrap().as_str())
    });
    assert_eq!(speakers.collect::<Vec<_>>(), [("$hort", "https://a.example/"), ("$hort", "https://b.example/")]);
}

#[test]
fn nothing_of_what_is_reviewed_and_by_whom_is_lost_without_a_remark() {
    let told = |item: Value| problems(review_with("itemReviewed", item));
    const FURTHER: &str =
        "only one value can be shown here, and another one is; this one is left out: “The earth is a disc”";
    const DANGLING: &str = "nothing has this @id; it is left out";
    const UNUSABLE: &str = "a value of this kind cannot be shown here; it is left out";
    assert_eq!(told(json!("The earth is a disc")), [format!("itemReviewed: {FURTHER}")]);
    assert_eq!(told(json!({ "text": "The earth is a disc" })), [format!("itemReviewed.text: {FURTHER}")]);
    assert_eq!(told(json!("The world is flat")), [""; 0]);
    assert_eq!(told(json!({ "@id": "#nowhere" })), [format!("itemReviewed: {DANGLING}")]);
    assert_eq!(told(json!({ "author": { "@id": "#nowhere" } })), [format!("itemReviewed.author: {DANGLING}")]);
    assert_eq!(
        told(json!({ "author": { "@type": "Person", "url": "https://a.example/" } })),
        [format!("itemReviewed.author: {UNUSABLE}")]
    );
    assert_eq!(
        told(json!({ "author": ["", "Ada"], "appearance": { "@id": "#nowhere" } })),
        [format!("itemReviewed.appearance: {DANGLING}")]
    );
    assert_eq!(
        told(json!({ "author": { "name": "Ada", "affiliation": { "@id": "#nowhere" } } })),
        [format!("itemReviewed.author.affiliation: {DANGLING}")]
    );
    assert_eq!(
        problems(review_with("reviewRating", json!({ "@id": "#nowhere" }))),
        [format!("reviewRating: {DANGLING}")]
    );
}

#[test]
fn what_was_reviewed_may_stand_as_a_text_and_must_be_one() {
    let page = |claimed: Value, item: Value| json!({ "@type": "ClaimReview", "claimReviewed": claimed, "author": "Desk", "itemReviewed": item });
    assert_eq!(document(page(Value::Null, "Flat".into()))["claims"][0]["text"], "Flat");
    for claimed in [json!(true), json!({ "@type": "Claim" }), json!([[false]])] {
        refused(&page(claimed, Value::Null).to_string(), "claimReviewed: not a text; the review is not shown");
    }
}

#[test]
fn the_same_person_elsewhere_is_the_address_of_a_speaker_without_another() {
    let url = |author: Value| {
        let document = imported(review_with("itemReviewed", json!({ "author": author }))).document;
        document.speakers.values().next().unwrap().url.as_ref().map(|url| url.as_str().to_owned())
    };
    let (page, elsewhere) = ("https://a.example/ada", "https://b.example/ada");
    assert_eq!(url(json!({ "name": "Ada", "sameAs": elsewhere })).as_deref(), Some(elsewhere));
    assert_eq!(url(json!({ "name": "Ada", "url": page, "sameAs": elsewhere })).as_deref(), Some(page));
}

#[test]
fn what_reviews_of_one_page_say_otherwise_of_it_is_reported() {
    let review = |text: &str, headline: Value, publisher: &str, languages: Value| {
        json!({ "@type": "ClaimReview", "claimReviewed": text, "author": "Desk", "url": "https://a.example/", "headline": headline,
            "publisher": { "name": publisher }, "inLanguage": languages })
    };
    let list = json!([
        review("A", json!(["One", "Two"]), "Desk", json!(["en", "fr"])),
        review("B", json!("Other"), "Another", json!("en")),
        review("C", json!("One"), "Desk", json!("de")),
    ]);
    let all = schema_org::import_claim_reviews(&list.to_string()).unwrap();
    let paths: Vec<_> = all[0].remarks.iter().map(|remark| (remark.code(), remark.path.as_str())).collect();
    let expected = ["[0].headline[1]", "[0].inLanguage[1]", "[1].headline", "[1].publisher", "[2].inLanguage"];
    assert_eq!(paths, expected.map(|path| ("further-value", path)));
}

#[test]
fn a_rating_is_named_where_its_numbers_are() {
    let page = json!({ "@graph": [
        { "@type": "ClaimReview", "claimReviewed": "Flat", "author": "Desk", "reviewRating": { "@id": "#r" } },
        { "@id": "#r", "ratingValue": 9, "bestRating": 5 },
    ] });
    assert_eq!(imported(page).remarks[0].path, "@graph[1]");
    assert_eq!(
        imported(review_with("reviewRating", json!({ "ratingValue": 9, "bestRating": 5 }))).remarks[0].path,
        "reviewRating"
    );
}

/// The speakers of the claim, and the codes and paths of what is reported.
#[track_caller]
fn speakers(claimed: Value, item: Value) -> (Vec<String>, Vec<String>) {
    let page = json!({ "@type": "ClaimReview", "claimReviewed": claimed, "author": "Desk", "itemReviewed": item });
    let Imported { document, remarks, .. } = imported(page);
    assert_eq!(document.claims.len(), 1);
    let statements = document.claims[0].statements.iter();
    let names =
        statements.filter_map(|statement| Some(document.speakers.get(statement.speaker.as_deref()?)?.name.clone()));
    (names.collect(), remarks.iter().map(|remark| format!("{} {}", remark.code(), remark.path)).collect())
}

#[test]
fn who_made_another_claim_of_the_same_review_does_not_stand_on_the_card() {
    let claim = |text: &str, name: &str| json!({ "@type": "Claim", "text": text, "author": { "name": name } });
    let (poisoned, safe) = (claim("The lake is poisoned", "Ada"), claim("The lake is clean", "Ben"));
    let only = |name: &str, remarks: &[&str]| {
        (vec![name.to_owned()], remarks.iter().map(|remark| (*remark).to_owned()).collect::<Vec<_>>())
    };
    let both = json!([poisoned, safe]);
    assert_eq!(speakers(json!(null), both.clone()), only("Ada", &["other-claim itemReviewed[1]"]));
    assert_eq!(speakers(json!("The lake is clean"), both.clone()), only("Ben", &["other-claim itemReviewed[0]"]));
    let further = ["further-value claimReviewed[1]", "other-claim claimReviewed[1]"];
    assert_eq!(speakers(both.clone(), json!(null)), only("Ada", &further));
    let lists = speakers(json!(["The lake is poisoned", "The lake is clean"]), both.clone());
    assert_eq!(lists, only("Ada", &["further-value claimReviewed[1]", "other-claim itemReviewed[1]"]));
    assert_eq!(
        speakers(json!(["The lake is poisoned", "The lake is clean"]), safe.clone()).0,
        [""; 0],
        "the only speaker made the second claim"
    );
    // Neither has the words of the review, so nothing says who made which.
    let neither = speakers(json!("Nobody knows"), both);
    assert_eq!(
        neither,
        (vec![], vec!["other-claim itemReviewed[0]".to_owned(), "other-claim itemReviewed[1]".to_owned()])
    );
    let remark = imported(
        json!({ "@type": "ClaimReview", "author": "Desk", "itemReviewed": [claim("A", "Ada"), claim("B", "Ben")] }),
    );
    assert_eq!(
        remark.remarks[0].line(),
        "warning[other-claim]: itemReviewed[1]: this is another claim, “B”; it is left out, with who made it and where"
    );
}

#[test]
fn who_made_one_of_several_claims_without_saying_which_is_left_out() {
    let by = |name: &str| json!({ "@type": "Claim", "author": { "name": name } });
    let two = json!(["The lake is poisoned", "The lake is clean"]);
    let (names, remarks) = speakers(two.clone(), json!([by("Ada"), by("Ben")]));
    assert_eq!(names, [""; 0]);
    assert_eq!(
        remarks,
        ["further-value claimReviewed[1]", "other-claim itemReviewed[0]", "other-claim itemReviewed[1]"]
    );
    // One item has made all of them.
    assert_eq!(speakers(two, by("Ada")).0, ["Ada"]);
    assert_eq!(speakers(json!("The lake is poisoned"), json!([by("Ada"), by("Ben")])).0, ["Ada", "Ben"]);
}

#[test]
fn one_item_in_other_words_or_in_another_language_is_the_claim() {
    let item = |text: &str, name: &str| json!({ "@type": "Claim", "text": text, "author": { "name": name } });
    assert_eq!(speakers(json!("The lake is poisoned"), item("“Poisoned lake!”", "Ada")).0, ["Ada"]);
    let same = json!([item("Poison in the lake", "Ada"), item("Poison in the lake", "Ben")]);
    assert_eq!(speakers(json!("The lake is poisoned"), same).0, ["Ada", "Ben"]);
    let languages = json!([{ "@value": "The lake is poisoned", "@language": "en" }, { "@value": "Der See ist vergiftet", "@language": "de" }]);
    assert_eq!(speakers(languages, json!({ "@type": "Claim", "author": "Ada" })).0, ["Ada"]);
}

#[test]
fn a_claim_in_claim_reviewed_keeps_who_made_it_when_and_where() {
    let claim = json!({ "@type": "Claim", "@id": "#c", "text": "Flat", "author": { "name": "Ada" }, "datePublished": "2020-01-01",
        "appearance": { "url": "https://a.example/1" } });
    let said = json!([{ "speaker": "Ada", "said": "2020-01-01", "source": { "url": "https://a.example/1" } }]);
    for item in [json!(null), json!({ "@id": "#c" })] {
        let page = json!({ "@type": "ClaimReview", "claimReviewed": claim, "author": "Desk", "itemReviewed": item });
        assert_eq!(document(page)["claims"][0]["statements"], said);
    }
}

#[test]
fn a_broken_script_without_a_review_loses_no_card() {
    let review = r#"{ "@type": "ClaimReview", "claimReviewed": "Flat", "author": "Desk" }"#;
    let of = |other: &str| {
        let imported = import_page(&[other, review], article()).unwrap();
        (imported.left_out, imported.remarks.iter().map(Remark::line).collect::<Vec<_>>())
    };
    assert_eq!(of(""), (0, vec![]));
    assert_eq!(of(" \n"), (0, vec![]));
    let (left_out, lines) = of(r#"{ "@type": "BreadcrumbList", "itemListElement": [,] }"#);
    assert_eq!(left_out, 0);
    let [line] = &lines[..] else { panic!("{lines:?}") };
    assert!(line.starts_with("warning[syntax]: [0]: not JSON: "), "{line}");
    assert!(line.ends_with("; it has no ClaimReview and is passed over"), "{line}");
    let (left_out, lines) = of(r#"{ "@type": "ClaimReview", "#);
    assert_eq!(left_out, 1);
    assert!(lines[0].starts_with("error[syntax]: [0]: not JSON: "), "{lines:?}");
}

#[test]
fn a_review_to_which_several_refer_is_reported_once() {
    let page = json!({ "@graph": [
        { "@type": "WebPage", "mainEntity": { "@id": "#r" } },
        { "@type": "Article", "review": [{ "@id": "#r" }, { "@id": "#r" }] },
        { "@id": "#r", "@type": "ClaimReview", "claimReviewed": "Flat", "author": "Desk", "datePublished": "soon" },
    ] });
    let paths: Vec<_> = imported(page).remarks.into_iter().map(|remark| remark.path).collect();
    assert_eq!(paths, ["@graph[2].datePublished"]);
}

#[test]
fn prefixes_may_stand_in_a_list_of_contexts_and_be_objects() {
    for context in [
        json!(["https://www.w3.org/ns/anno", { "s": "http://schema.org/" }]),
        json!({ "s": { "@id": "http://schema.org/", "@prefix": true } }),
        json!([[{ "s": { "@id": "https://www.schema.org/" } }], { "other": "https://other.example/" }]),
    ] {
        let page = json!({ "@context": context, "@type": "s:ClaimReview", "s:claimReviewed": "Flat", "s:author": { "s:name": "Desk" },
            "other:url": "https://other.example/" });
        let claims = document(page)["claims"].clone();
        assert_eq!((&claims[0]["text"], &claims[0]["reviews"]), (&json!("Flat"), &json!([{ "by": "Desk" }])));
    }
}

#[test]
fn a_language_with_an_underscore_is_mended() {
    let page = json!({ "@type": "ClaimReview", "claimReviewed": "Flat", "author": "Desk", "inLanguage": "es_ES" });
    let imported = schema_org::import_claim_reviews(&page.to_string()).unwrap().remove(0);
    assert_eq!(imported.document.article.language.unwrap().as_str(), "es-ES");
    let repair = &imported.repairs[0];
    assert_eq!((repair.kind.code(), repair.before.as_str(), repair.after.as_str()), ("language", "es_ES", "es-ES"));
    assert_eq!(imported.remarks, []);
}

#[test]
fn a_name_in_parts_is_put_together() {
    let name = |author: Value| {
        let document = document(review_with("itemReviewed", json!({ "author": author })));
        document["claims"][0]["statements"][0]["speaker"].clone()
    };
    assert_eq!(name(json!({ "@type": "Person", "givenName": "Ada", "familyName": "Low" })), "Ada Low");
    assert_eq!(name(json!({ "@type": "Person", "familyName": "Low" })), "Low");
    assert_eq!(name(json!({ "name": "Dr Low", "givenName": "Ada", "familyName": "Low" })), "Dr Low");
}

#[test]
fn a_page_takes_publisher_and_language_of_its_reviews_if_it_has_none() {
    let of = |article: Article| {
        let page = json!({ "@type": "ClaimReview", "claimReviewed": "Flat", "author": "Desk", "publisher": { "name": "House" }, "inLanguage": "de" });
        let article = import_page(&[&page.to_string()], article).unwrap().document.article;
        (article.publisher.unwrap(), article.language.unwrap().as_str().to_owned())
    };
    assert_eq!(of(article()), ("House".to_owned(), "de".to_owned()));
    let known =
        Article { publisher: Some("Page".to_owned()), language: document::model::Language::parse("en"), ..article() };
    assert_eq!(of(known), ("Page".to_owned(), "en".to_owned()));
}

#[test]
fn a_review_without_an_address_belongs_to_the_page_that_it_is_part_of() {
    let page = json!({ "@graph": [
        { "@type": "ClaimReview", "claimReviewed": "Flat", "author": "Desk", "isPartOf": { "@id": "https://a.example/#page" } },
        { "@id": "https://a.example/#page", "@type": "WebPage", "url": "https://a.example/flat", "name": "Is it flat?" },
    ] });
    let article = schema_org::import_claim_reviews(&page.to_string()).unwrap().remove(0).document.article;
    assert_eq!((article.url.unwrap().as_str(), article.headline.as_str()), ("https://a.example/flat", "Is it flat?"));
}

#[test]
fn a_backslash_before_a_raw_line_break_is_no_letter() {
    let raw =
        "{\"@type\": \"ClaimReview\", \"claimReviewed\": \"The lake\\\nis\\\r\ndeep \\\\\n!\", \"author\": \"Desk\"}";
    assert_eq!(import_page(&[raw], article()).unwrap().document.claims[0].text, "The lake\nis\r\ndeep \\\n!");
}

#[test]
fn the_usual_tags_and_comments_are_removed_and_words_in_angle_brackets_are_not() {
    let text = |text: &str| imported(review_with("claimReviewed", text.into())).document.claims[0].text.clone();
    assert_eq!(
        text("<h2 class=a>A</h2>H<sub>2</sub>O <font color=red>x</font><img src='a>b.png' alt=\"c > d\">!"),
        "A H2O x!"
    );
    assert_eq!(text("<!-- a > b -->A<!-- --> &rarr; B &AMP; C&thinsp;D"), "A → B & C\u{2009}D");
    assert_eq!(text("<a href='https://x.example/?a>b'>link</a>"), "link");
    assert_eq!(text("10<sup>6</sup> are <del>not</del> safe"), "10<sup>6</sup> are <del>not</del> safe");
    assert_eq!(text("1 <!-- 2"), "1 <!-- 2");
    assert_eq!(text("x <b y < z"), "x <b y < z");
    assert_eq!(text("<a title=it's>It's</a>"), "It's");
}
