//! What programs put on the clipboard, and other articles that are not as one would wish.

use editing::{Given, Report, Work};
use testing::test;

/// The words of each card: its quotes, or else its reported words.
fn words(work: &Work) -> Vec<String> {
    let statements = work.cards().iter().flat_map(|card| card.statements());
    let words = statements.map(|statement| statement.get("quote").or(statement.get("reported")));
    words.map(|words| words.and_then(|words| words.as_str()).unwrap_or_default().to_owned()).collect()
}

fn begun(source: &str) -> Work {
    Work::all_of(&Given::of(source, "").unwrap(), None).unwrap().remove(0)
}

const QUOTED: &str = "It is safe to drink the water again";

#[test]
fn a_part_of_a_word_document_is_read_as_its_paragraphs() {
    let pasted = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:w=\"urn:schemas-microsoft-com:office:word\">\
        <head><meta charset=utf-8><style><!-- p.MsoNormal { margin: 0cm } --></style>\
        <!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>\
        <body lang=EN-GB><!--StartFragment-->\
        <h1>Is the water safe?<o:p></o:p></h1>\
        <p class=MsoNormal>“It is safe to drink\r\nthe water <span style='mso-bidi-font-weight:bold'>again</span>,” said Ada Low, an engineer.<o:p></o:p></p>\
        <p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>";
    let work = begun(pasted);
    assert_eq!(work.article("headline"), "Is the water safe?");
    assert_eq!(words(&work), [QUOTED]);
    assert_eq!(Report::of(&work).errors(), 0);
}

#[test]
fn a_part_of_a_google_document_is_read_as_its_paragraphs() {
    let pasted = "<meta charset='utf-8'><meta charset=\"utf-8\"><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\">\
        <h1 dir=\"ltr\"><span style=\"font-size:20pt\">Is the water safe?</span></h1>\
        <p dir=\"ltr\" style=\"line-height:1.38\"><span style=\"white-space:pre-wrap\">“It is safe to drink the water again,” said </span>\
        <span style=\"font-weight:700\">Ada Low</span><span>, an engineer.</span></p><br><p dir=\"ltr\"><span>She left.</span></p></b>";
    let work = begun(pasted);
    assert_eq!(work.article("headline"), "Is the water safe?");
    assert_eq!(words(&work), [QUOTED]);
    assert_eq!(work.speakers().keys().collect::<Vec<_>>(), ["ada-low"]);
    assert_eq!(Report::of(&work).errors(), 0);
}

/// A part of a Word document with tracked changes, a comment, a footnote and a list, as Word writes them.
#[test]
fn what_was_deleted_in_word_is_not_quoted() {
    let pasted = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><meta charset=utf-8></head><body><!--StartFragment-->\
        <h1>Is the <del cite=\"mailto:Desk\">beer</del><ins cite=\"mailto:Desk\">water</ins> safe?</h1>\
        <p class=MsoNormal>“It is <span class=msoDel><del cite=\"mailto:Desk\" datetime=\"2026-01-02T10:00\">not </del></span>safe to drink\r\nthe water \
        <span class=msoIns><ins cite=\"mailto:Desk\">again</ins></span>,<span class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor \
        id=\"_anchor_1\" href=\"#_msocom_1\" name=\"_msoanchor_1\">[AL1]</a><![if !supportAnnotations]>&nbsp;<![endif]></span></span>” said Ada Low, an engineer.\
        <a style='mso-footnote-id:ftn1' href=\"#_ftn1\" name=\"_ftnref1\"><span class=MsoFootnoteReference><span style='mso-special-character:footnote'>\
        <![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></a><o:p></o:p></p>\
        <p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'>\
        <span style='mso-list:Ignore'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></span><![endif]>“We will test it again on Monday,” she said.</p>\
        <!--EndFragment--><div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><div id=\"_com_1\" class=msocomtxt>\
        <p class=MsoCommentText>“Did he really say this?” said Bo Reed.</p></div></div></div></body></html>";
    let work = begun(pasted);
    assert_eq!(work.article("headline"), "Is the water safe?");
    assert_eq!(words(&work), [QUOTED, "We will test it again on Monday"]);
    let paragraphs = [
        "“It is safe to drink the water again,” said Ada Low, an engineer.",
        "“We will test it again on Monday,” she said.",
    ];
    assert_eq!(work.paragraphs(), paragraphs);
    assert_eq!(Report::of(&work).errors(), 0);
}

#[test]
fn what_is_struck_out_in_a_google_document_is_not_quoted() {
    let pasted = "<meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\"><p dir=\"ltr\"><span>“It is </span>\
        <span style=\"text-decoration:line-through;-webkit-text-decoration-skip:none;text-decoration-skip-ink:none\">not </span><span>safe to drink the water again,” \
        said Ada Low.</span><sup><a href=\"#cmnt1\" id=\"cmnt_ref1\">[a]</a></sup></p><p dir=\"ltr\"><span>She left.</span></p></b>\
        <div><p><a href=\"#cmnt_ref1\" id=\"cmnt1\">[a]</a><span>“Is this right?” said Bo Reed.</span></p></div>";
    let work = begun(pasted);
    assert_eq!(words(&work), [QUOTED]);
    assert_eq!(work.paragraphs(), ["“It is safe to drink the water again,” said Ada Low.", "She left."]);
}

#[test]
fn paragraphs_of_two_line_breaks_are_paragraphs() {
    let work = begun(&format!("<div>Is the water safe?<br><br>“{QUOTED},” said Ada Low.<br>&nbsp;<br>She left.</div>"));
    assert_eq!(work.article("headline"), "Is the water safe?");
    assert_eq!(work.paragraphs(), [format!("“{QUOTED},” said Ada Low."), "She left.".to_owned()]);
}

#[test]
fn an_article_without_a_quotation_has_no_card() {
    let work = begun("The bridge\n\nThe bridge is open again. It was closed for a year.");
    assert_eq!(words(&work), [""; 0]);
    assert_eq!(work.paragraphs().len(), 1);
}

#[test]
fn one_line_and_a_table_are_articles_too() {
    let line = format!("“{QUOTED},” said Ada Low, an engineer at City Water.");
    assert_eq!(words(&begun(&line)), [QUOTED]);
    let table = format!("<table><tr><td>Ada Low</td><td>{line}</td></tr></table>");
    assert_eq!(words(&begun(&table)), [QUOTED]);
}

#[test]
fn the_columns_of_a_table_that_are_not_imported_are_named() {
    let left_out = |text: &str| Given::of(text, "table.csv").unwrap().columns_left_out();
    let row = "\nIt is safe,Ada Low,It is safe to drink,for the desk";
    assert_eq!(left_out(&format!("claim,speaker,quote,Remarks{row}")), ["Remarks"]);
    assert_eq!(left_out(&format!("claim,speaker,quote,{row}")), [""; 0]);
    assert_eq!(left_out(&format!("claim;speaker;Kommentar;Notiz\n{}", row.replace(',', ";"))), ["Kommentar", "Notiz"]);
    assert_eq!(Given::of(QUOTED, "").unwrap().columns_left_out(), [""; 0]);
}

#[test]
fn ids_of_tables_and_reviews_have_the_letters_of_drafts() {
    let id = |work: &Work| work.cards()[0].id().to_owned();
    let of_table = |table: &str| id(&Work::all_of(&Given::of(table, "table.csv").unwrap(), None).unwrap()[0]);
    let vietnamese = "Nước rất bẩn, ông Đặng nói";
    assert_eq!(
        of_table("claim,speaker\nDie Brücke ist über Nacht gesperrt,Ada Low"),
        "die-bruecke-ist-ueber-nacht-gesperrt"
    );
    assert_eq!(of_table(&format!("claim;speaker\n{vietnamese};Ada Low")), "nuoc-rat-ban-ong-dang-noi");
    assert_eq!(of_table("claim,speaker\nМост закрыт,Ada Low"), "most-zakryt");
    // An id that the table gives stays, and so does one that is no text's.
    assert_eq!(of_table("claim_id,claim,speaker\nbridge,Die Brücke ist zu,Ada Low"), "bridge");
    let reviews = schema_org::import_claim_reviews(&format!(
        r#"{{"@type": "ClaimReview", "claimReviewed": "{vietnamese}", "author": {{"name": "Check Desk"}}}}"#
    ));
    let json = serde_json::to_string(&reviews.unwrap()[0].document).unwrap();
    let given = Given::Json(String::new());
    let works = Work::all_of(&given, Some(Ok(vec![json]))).unwrap();
    assert_eq!(id(&works[0]), "nuoc-rat-ban-ong-dang-noi");
}
