//! A page's headline, address, publisher, dates, language and author, where it gives them.

use article::{Metadata, metadata};
use testing::test;

#[track_caller]
fn says(page: &str, said: [Option<&str>; 7]) {
    let [headline, url, publisher, published, updated, language, byline] = said.map(|text| text.map(str::to_owned));
    let Metadata { title, has_review_in_attributes, .. } = metadata(page);
    let expected =
        Metadata { headline, url, publisher, published, updated, language, byline, title, has_review_in_attributes };
    assert_eq!(metadata(page), expected);
}

#[test]
fn json_ld_counts_before_all_else() {
    says(
        r#"<!doctype html><html lang="de-AT"><title>T</title><meta property="og:title" content="Other | Site">
           <script type="application/ld+json; charset=utf-8">{"@context": "https://schema.org", "@graph": [
             {"@type": "WebSite", "name": "Site"},
             {"@type": ["NewsArticle"], "headline": " Is the\n water safe? ", "url": "https://daily.example/water",
              "publisher": {"@type": "Organization", "name": "The Daily"}, "datePublished": "2024-05-01",
              "dateModified": "2024-05-02", "inLanguage": "en", "author": [{"name": "Ada Low"}, {"name": "Bo Reed"}]}
           ]}</script><h1>Another</h1>"#,
        [
            Some("Is the water safe?"),
            Some("https://daily.example/water"),
            Some("The Daily"),
            Some("2024-05-01"),
            Some("2024-05-02"),
            Some("en"),
            Some("Ada Low, Bo Reed"),
        ],
    );
}

#[test]
fn open_graph_and_tags_fill_what_is_missing() {
    says(
        r#"<html lang=fr><head><meta property="og:title" content="Titre | Site"><meta property='og:site_name' content='Le Jour'>
           <meta property="article:published_time" content="2024-05-01T10:00:00Z"><link rel="canonical" href="https://jour.example/eau">
           <meta name="author" content="Ada Low"></head><body><h1>L’eau <em>est</em> s&ucirc;re</h1><time datetime="2020">x</time>"#,
        [
            Some("L’eau est sûre"),
            Some("https://jour.example/eau"),
            Some("Le Jour"),
            Some("2024-05-01T10:00:00Z"),
            None,
            Some("fr"),
            Some("Ada Low"),
        ],
    );
}

#[test]
fn of_several_main_headings_none_is_taken() {
    says("<h1>Menu</h1><p>x</p><h1>Story</h1>", [None; 7]);
}

#[test]
fn what_stands_in_scripts_and_titles_is_no_tag() {
    says(
        "<title><h1>No</h1></title><script>'<h1>No</h1>'</script><style><h1></style><h1>Yes</h1>",
        [Some("Yes"), None, None, None, None, None, None],
    );
}

#[test]
fn broken_json_ld_says_nothing() {
    says(
        "<script type=application/ld+json>{\"@type\": \"NewsArticle\",</script><h1>Yes</h1>",
        [Some("Yes"), None, None, None, None, None, None],
    );
}

#[test]
fn plain_text_says_nothing_of_itself() {
    says("Is the water safe?\n\nIt is.", [None; 7]);
}

#[test]
fn the_title_is_the_first_one_and_not_that_of_a_picture() {
    let title = |page: &str| metadata(page).title;
    let page =
        "<!doctype html><title> Tom &amp; <b>\n Jerry | Site</title><svg><title>Logo</title></svg><h1>Other</h1>";
    assert_eq!(title(page).as_deref(), Some("Tom & <b> Jerry | Site"));
    assert_eq!(title("<!doctype html><title> </title><p>A"), None);
    assert_eq!(title("<!doctype html><p>A"), None);
}

#[test]
fn reviews_in_attributes_are_noticed_with_any_prefix() {
    let has_review = |page: &str| metadata(page).has_review_in_attributes;
    assert!(has_review(
        "<!doctype html><div itemscope itemtype='https://schema.org/Claim https://schema.org/ClaimReview'></div>"
    ));
    assert!(has_review("<!doctype html><b typeof='schema:ClaimReview'>A</b>"));
    assert!(!has_review(
        "<!doctype html><p>itemtype='ClaimReview'<b typeof='Rating'>A</b><script>x = \"typeof='ClaimReview'\"</script>"
    ));
}

#[test]
fn a_publisher_or_an_author_may_be_told_elsewhere_in_the_json_ld() {
    let page = r##"<!doctype html><script type="application/ld+json">{"@graph": [
        {"@type": "Article", "headline": "Is the water safe?", "publisher": {"@id": "#org"}, "author": [{"@id": "#ada"}, {"@id": "#nobody"}]},
        {"@type": "Organization", "@id": "#org", "name": "The Daily"}]}</script>
        <script type="application/ld+json">{"@type": "Person", "@id": "#ada", "name": "Ada Low"}</script>"##;
    let Metadata { publisher, byline, .. } = metadata(page);
    assert_eq!((publisher.as_deref(), byline.as_deref()), (Some("The Daily"), Some("Ada Low")));
}

#[test]
fn character_references_in_json_ld_are_read_once() {
    let page = r#"<!doctype html><script type="application/ld+json">{"@type": "Article",
        "headline": "Tom &amp; Jerry &#8220;win&#8221; <b>twice</b>", "publisher": {"name": "A &amp;amp; B"}, "author": "C &#xe9; & D; &unknown;"}</script>"#;
    let Metadata { headline, publisher, byline, .. } = metadata(page);
    assert_eq!(headline.as_deref(), Some("Tom & Jerry “win” <b>twice</b>"));
    assert_eq!((publisher.as_deref(), byline.as_deref()), (Some("A &amp; B"), Some("C é & D; &unknown;")));
}
