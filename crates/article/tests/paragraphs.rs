//! An article's paragraphs are what a reader sees.

use article::{other_format, paragraphs};
use testing::test;

#[track_caller]
fn reads(source: &str, expected: &[&str]) {
    let paragraphs: Vec<_> = paragraphs(source).into_iter().map(|paragraph| paragraph.text).collect();
    assert_eq!(paragraphs, expected);
}

/// Pages that the browser's reader reads as well, `paragraphs.js` of the finder: `NAME.html`, with its paragraphs in `NAME.txt`, one a line. Where a
/// browser sees something else by nature, `NAME.browser.txt` has that, and the page says why.
macro_rules! pages {
    ($($name:ident),* $(,)?) => {
        #[cfg(not(target_arch = "wasm32"))]
        const PAGES: &[&str] = &[$(stringify!($name)),*];

        mod reads_the_page {
            use super::*;
            use testing::test;

            $(#[test] fn $name() {
                let paragraphs = include_str!(concat!("pages/", stringify!($name), ".txt"));
                reads(include_str!(concat!("pages/", stringify!($name), ".html")), &paragraphs.lines().collect::<Vec<_>>());
            })*
        }
    };
}

pages! {
    beside, blanks, blocks, boxes, controls, details, drop_caps, fact_cards, hidden, in_paragraphs, inline, line_breaks, lists, notes, numbers, objects,
    own_classes, places, quotations, ruby, shadow_roots, struck, style_sheets, unseen,
}

/// As wasm, there is no folder to look into.
#[cfg(not(target_arch = "wasm32"))]
#[test]
fn no_page_is_forgotten() {
    let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages")).unwrap();
    let files = files.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut pages: Vec<_> = files.filter_map(|file| Some(file.strip_suffix(".html")?.to_owned())).collect();
    pages.sort();
    assert_eq!(pages, PAGES);
}

#[rustfmt::skip]
mod plain_text {
    use super::*;
    use testing::test;

    #[test] fn is_parted_by_blank_lines() { reads("One.\n\nTwo.\n\n\n\nThree.", &["One.", "Two.", "Three."]) }
    #[test] fn is_parted_by_lines_of_blanks() { reads("One.\n \t\u{a0}\nTwo.", &["One.", "Two."]) }
    #[test] fn without_blank_lines_is_parted_by_each_line() { reads("One.\nTwo.\nThree.", &["One.", "Two.", "Three."]) }
    #[test] fn has_no_blank_line_at_its_ends() { reads("\n\nOne.\nTwo.\n\n", &["One.", "Two."]) }
    #[test] fn may_be_wrapped() { reads("One\ntwo \n  three.\n\nFour.", &["One two three.", "Four."]) }
    #[test] fn may_have_lines_of_windows() { reads("One\r\ntwo.\r\n\r\nThree.\r\n", &["One two.", "Three."]) }
    #[test] fn of_windows_without_blank_lines_is_parted_by_each_line() { reads("One.\r\nTwo.\r\n", &["One.", "Two."]) }
    #[test] fn may_have_lines_of_old_macs() { reads("One\rtwo.\r\rThree.", &["One two.", "Three."]) }
    #[test] fn may_begin_with_a_byte_order_mark() { reads("\u{feff}One.", &["One."]) }
    #[test] fn loses_blanks_at_the_ends_of_paragraphs() { reads(" \tOne. \n\n\u{c} Two.\t", &["One.", "Two."]) }
    #[test] fn keeps_blanks_within_lines() { reads("One  two\tthree.", &["One  two\tthree."]) }
    #[test] fn keeps_every_other_character() { reads("\u{a0}10\u{202f}% &amp; so\u{ad}\u{200b}on\u{a0}", &["\u{a0}10\u{202f}% &amp; so\u{ad}\u{200b}on\u{a0}"]) }
    #[test] fn of_nothing_has_no_paragraphs() { reads("", &[]) }
    #[test] fn of_blanks_has_no_paragraphs() { reads(" \n\t\r\n\u{a0}\n", &[]) }
}

#[test]
fn what_is_set_off_as_a_quotation_is_said() {
    let page = "<p>One.<blockquote>Two. <p>Three.</p><blockquote>Four.</blockquote> Five.</blockquote>Six.";
    let read = paragraphs(page).into_iter().map(|paragraph| (paragraph.text, paragraph.is_quotation));
    let expected =
        [("One.", false), ("Two.", true), ("Three.", true), ("Four.", true), ("Five.", true), ("Six.", false)];
    assert_eq!(read.collect::<Vec<_>>(), expected.map(|(text, is_quotation)| (text.to_owned(), is_quotation)));
}

#[rustfmt::skip]
mod it_is_plain_text {
    use super::*;
    use testing::test;

    #[test] fn with_tags_behind_its_beginning() { reads("One <b>two</b>", &["One <b>two</b>"]) }
    #[test] fn with_an_angle_bracket_that_is_never_closed() { reads("<p is less than p", &["<p is less than p"]) }
    #[test] fn with_an_angle_bracket_before_a_number() { reads("<3 and > 4", &["<3 and > 4"]) }
    #[test] fn with_an_angle_bracket_before_a_blank() { reads("< b >", &["< b >"]) }
    #[test] fn with_an_address_in_angle_brackets() { reads("<https://example.com/> says", &["<https://example.com/> says"]) }
    #[test] fn with_a_mailbox_in_angle_brackets() { reads("<ada@example.com> wrote", &["<ada@example.com> wrote"]) }
    #[test] fn that_is_one_angle_bracket() { reads("<", &["<"]) }
}

#[rustfmt::skip]
mod it_is_a_page {
    use super::*;
    use testing::test;

    #[test] fn with_a_doctype() { reads("<!doctype html><p>One.", &["One."]) }
    #[test] fn with_a_comment() { reads("<!-- no --><p>One.", &["One."]) }
    #[test] fn with_an_xml_declaration() { reads("<?xml version=\"1.0\"?><html><p>One.</p></html>", &["One."]) }
    #[test] fn with_a_tag() { reads("<p>One.", &["One."]) }
    #[test] fn with_a_tag_that_has_attributes() { reads("<p\nclass=x>One.", &["One."]) }
    #[test] fn behind_a_byte_order_mark_and_blanks() { reads("\u{feff}\r\n\t <P>One.", &["One."]) }
    #[test] fn that_is_cut_off() { reads("<p>One <b>two <i", &["One two"]) }
    #[test] fn without_text() { reads("<p></p><div> \n</div><p>&nbsp;</p>", &[]) }
}

#[rustfmt::skip]
mod the_article_is {
    use super::*;
    use testing::test;

    #[test] fn the_body_that_is_marked() { reads("<main><article>a<div itemprop=articleBody>b</div>c</article></main>", &["b"]) }
    #[test] fn every_body_that_is_marked() { reads("<p itemprop=articleBody>a</p>b<p itemprop='text articleBody'>c</p>", &["a", "c"]) }
    #[test] fn told_once_where_marks_are_nested() { reads("<div itemprop=articleBody>a<p itemprop=articleBody>b</p></div>", &["a", "b"]) }
    #[test] fn not_what_is_marked_as_something_else() { reads("<p itemprop=headline>a</p><p itemprop=articlebody>b", &["a", "b"]) }
    #[test] fn not_a_mark_without_text() { reads("<meta itemprop=articleBody content=a>b<article>c</article>", &["c"]) }
    #[test] fn the_only_article() { reads("<p>a</p><main>b<article>c</article></main>", &["c"]) }
    #[test] fn the_article_with_those_in_it() { reads("<p>a</p><article>b<article>c</article></article>", &["b", "c"]) }
    #[test] fn none_of_several_articles() { reads("<p>a</p><main>b<article>c</article><article>d</article></main>", &["b", "c", "d"]) }
    #[test] fn not_an_article_that_is_hidden() { reads("<p>a</p><article hidden>b</article><article>c</article>", &["c"]) }
    #[test] fn not_an_article_without_text() { reads("<article></article><main>a</main>b", &["a"]) }
    #[test] fn the_main_part() { reads("<p>a</p><main>b</main>c", &["b"]) }
    #[test] fn everything_otherwise() { reads("<title>a</title><header>b</header><p>c</p>d", &["b", "c", "d"]) }
}

#[rustfmt::skip]
mod left_out_is {
    use super::*;
    use testing::test;

    #[test] fn what_is_no_text() { reads("<p>a<script>b</script><style>c</style><template>d</template><noscript>e</noscript>f", &["af"]) }
    #[test] fn what_is_embedded() { reads("<p>a<svg><title>b</title></svg><iframe>d</iframe><object> </object><video>f</video>g", &["ag"]) }
    #[test] fn what_is_a_control() { reads("<p>a<input type=hidden value=e><input type=checkbox>f<button>d</button>", &["af"]) }
    #[test] fn navigation() { reads("<p>a</p><nav><p>b</p></nav>c", &["a", "c"]) }
    #[test] fn navigation_in_the_line_except_that_it_is_seen() {
        reads("<div>a <span role=navigation>b</span> c<nav style=display:inline>d</nav>e<object>f</object>", &["a \u{fffc} c \u{fffc} e \u{fffc}"]);
        reads("<div>a <i style=visibility:hidden><nav style=display:inline>b</nav></i>c<span role=dialog style='visibility: hidden'>d</span>e", &["a ce"]);
        reads("<p>a</p><span role=navigation>b</span><p>c <span role=navigation style='position: absolute'>d</span>e", &["a", "c", "e"]);
    }
    #[test] fn navigation_which_parts_paragraphs() { reads("<div>a<nav>b</nav>c</div>", &["a", "c"]) }
    #[test] fn the_head() { reads("<html><head><title>a</title></head><body>b", &["b"]) }
    #[test] fn our_own_widget() { reads("<div>a<fact-cards><h2>b</h2><dl><dt>c</dl></fact-cards>d</div>", &["a", "d"]) }
    #[test] fn our_own_widget_that_ends_with_a_paragraph() { reads("<p>a<fact-cards><blockquote>b</blockquote>c<q>d</q></fact-cards>e", &["a", "e"]) }
    #[test] fn our_own_widget_in_a_table() { reads("<table><tr><fact-cards><p>a</p>b</fact-cards><td>c</table>", &["c"]) }
    #[test] fn our_own_widget_in_a_list() { reads("<ul><li>a<fact-cards><li>b</fact-cards><li>c</ul>", &["a", "c"]) }
    #[test] fn our_own_widget_behind_an_anchor_left_open() { reads("<p>a<a name=b><fact-cards><a id=c></a>d</fact-cards>e", &["a", "e"]) }
    #[test] fn our_own_widget_without_its_end_as_far_as_it_goes() { reads("<div>a<fact-cards>b<p>c</div>d", &["a", "d"]) }
    #[test] fn our_own_widget_without_its_end_and_pushed_out_of_a_paragraph() {
        reads("<p>a<fact-cards src=x> <blockquote>b</blockquote> <p>c<blockquote>d</blockquote>", &["a", "c", "d"]);
        reads("<p>a<fact-cards src=x><p>b<blockquote>c</blockquote>", &["a", "b", "c"]);
    }
    #[test] fn what_a_system_has_kept_of_a_shadow_root() {
        reads("<p>a<div><details part=card><summary part=claim>b</summary><blockquote part=quote>c</blockquote></details></div>d", &["a", "d"]);
        reads("<p>a<blockquote class=quote part='x quote'>b</blockquote><p part=lead>c", &["a", "c"]);
    }
    #[test] fn not_what_stands_between_two_of_our_widgets() { reads("<fact-cards>a</fact-cards>b<p><fact-cards><p>c</fact-cards>d", &["b", "d"]) }
    #[test] fn what_stands_in_markup_of_ours_in_the_line_except_that_it_is_seen() {
        reads("<p>a <em data-fact-cards>b</em> c <i class=quote part=quote>d</i>e<s><b data-fact-cards>f</b></s>", &["a \u{fffc} c \u{fffc} e"]);
        reads("<p><span class=who>a</span> b <span class=claim>c</span> d", &["a b \u{fffc} d"]);
        reads("<p>a</p><span data-fact-cards>b</span><p>c<em data-fact-cards style='display: block'>d</em>e", &["a", "c \u{fffc}", "e"]);
    }
    #[test] fn what_stands_in_markup_of_ours() { reads("<div>a<section data-fact-cards><p>b</section>c</div>", &["a \u{fffc}", "c"]) }
    #[test] fn not_what_others_call_a_card_or_a_quote() {
        reads("<p>a<div part=card>b<p part=quote>c</p><p class='quote direct'>d</div>", &["a", "b", "c", "d"]);
        reads("<p part=claim class=claim>a<i part=quote>b</i>", &["ab"]);
    }
    #[test] fn what_is_hidden() { reads("<div>a<p hidden>b</p><span hidden=until-found>c</span>d</div>", &["ad"]) }
    #[test] fn what_style_does_not_display() { reads("<p>a<b style='color: red; DISPLAY : None !important'>b</b>c", &["ac"]) }
    #[test] fn what_style_makes_invisible() { reads("<p>a<b style=visibility:hidden>b</b>c", &["ac"]) }
    #[test] fn but_not_what_is_made_visible_inside() { reads("<div style=visibility:hidden>a<p style=visibility:visible>b<i style=visibility:collapse>c</i></p>d</div>e", &["b", "e"]) }
    #[test] fn what_a_shadow_root_has_no_place_for() { reads("<p>a<x-y><template shadowrootmode=open>b</template>c</x-y>d", &["abd"]) }
    #[test] fn but_not_what_a_shadow_root_has_a_place_for() { reads("<p>a<x-y><template shadowrootmode=open>b<slot>e</slot></template>c</x-y>d", &["abcd"]) }
    #[test] fn the_second_of_two_shadow_roots() { reads("<p>a<x-y><template shadowrootmode=open>b</template><template shadowrootmode=open>c</template></x-y>d", &["abd"]) }
    #[test] fn not_what_style_shows_after_all() { reads("<p>a<b style='display:none;display:inline'>b</b><i style='--display:none'>c</i>", &["abc"]) }
    #[test] fn what_style_hides_in_whatever_way() {
        for style in [
            "transform:scale(0)", "transform: rotate(3deg) scaleX(0)", "scale: 0", "transform:translateX(-9999px)", "translate: -100vw 0",
            "margin-left:-9999px", "position:relative;left:-9999px", "position:absolute;left:-100vw", "position:absolute;inset:0 auto auto -9999px",
            "position:fixed;inset-inline-start:-9999px", "clip-path:circle(0)", "clip-path:circle(0px at 50% 50%)", "clip-path:ellipse(0 0)",
            "clip-path:polygon(0 0,0 0,0 0)", "clip-path:polygon(0px 0px, 0px 0px,0px 0px)", "clip-path:inset(100% 0 0 0)", "clip-path:inset( 50% )",
            "clip-path:inset(0 60% 0 40% round 2px)", "max-height:0;overflow-y:hidden", "overflow:hidden auto;height:0",
            "block-size:0;overflow:hidden", "filter:opacity(0)", "filter: blur(2px) opacity(0%)", "opacity:.001", "opacity:0%", "font:0/0 a",
            "font-size:.1px", "color:transparent", "color:rgba(0, 0, 0, 0)", "color: rgb(0 0 0 / 0%)", "color:#fff0", "-webkit-text-fill-color:transparent",
            "/* x */display:none", "display:/* x */none", "display:none!important;display:block", "position:absolute;clip:rect(0 0 0 0)",
        ] {
            reads(&format!("<p>a<b style='{style}'>b</b>c"), &["ac"]);
        }
    }
    #[test] fn not_what_style_only_moves_or_dims() {
        for style in [
            "transform:translate(0, 0) scale(1)", "transform:scale(1, .5)", "transform:translateX(-50%)", "margin:0 -10px", "left:-9999px",
            "margin:0 -9999px;padding:0 9999px", "position:relative;left:-10vw", "clip-path:circle(50%)", "clip-path:polygon(0 0,10px 0,0 10px)",
            "clip-path:inset(0 40% 0 40%)", "max-height:0", "overflow:hidden;height:auto", "overflow:hidden;width:100%", "opacity:.5", "opacity:100%",
            "filter:opacity(50%)", "font:700 12px/1 a", "font:0/0 a;font-size:12px", "color:#000", "color:#f0f0f0", "color:rgb(0, 0, 0)", "color:rgba(0,0,0,.5)",
            "color:transparent;-webkit-text-fill-color:red", "display:block!important;display:none", "/* display:none */color:red", "position:absolute;inset:0",
        ] {
            reads(&format!("<p>a<b style='{style}'>b</b>c"), &["abc"]);
        }
    }
    #[test] fn what_well_known_classes_hide() {
        for class in [
            "d-none", "invisible", "visually-hidden-focusable", "sr-only-focusable", "opacity-0", "govuk-visually-hidden", "is-sr-only", "uk-hidden",
            "a11y-hidden", "visuallyHidden", "u-hidden", "assistive-text", "x sr-only", "screen-reader-text", "element-invisible",
        ] {
            reads(&format!("<p>a<b class='{class}'>b</b>c"), &["ac"]);
        }
        reads("<p>a<b class='not-hidden visible none'>b</b>c", &["abc"]);
    }
    #[test] fn what_is_struck_out() {
        reads("<p>He said <del>we lie</del><ins>we know</ins> it.<p>a <s>b</s> c<strike>d</strike><span role=deletion>e</span>", &["He said we know it.", "a c"]);
        for style in ["text-decoration:line-through", "TEXT-DECORATION: underline Line-Through red", "text-decoration-line: line-through"] {
            reads(&format!("<p>a<span style='{style}'>b<b>c</b></span>d"), &["ad"]);
        }
        reads("<p>a<u>b</u><span style='text-decoration:underline'>c</span><span style='text-decoration:line-through;text-decoration:none'>d</span>", &["abcd"]);
        // A paragraph that is struck out still stands between the others, and its quotation marks are struck out, too.
        reads("<div>a<del><p>b <q>c</q></p></del>d</div><p>e<del>f<br><br>g</del>h", &["a", "d", "e", "h"]);
        reads("<del><p>a</p></del><p>b", &["b"]);
    }
    #[test] fn what_programs_for_writing_put_beside_the_words() {
        let pages = [
            "<p>a<span class=MsoCommentReference><a class=msocomanchor href='#_msocom_1'>[AL1]</a></span> b",
            "<p>a<a style='mso-footnote-id:ftn1' href='#_ftn1'><span class=MsoFootnoteReference><span><span class=MsoFootnoteReference>[1]</span></span></span></a> b",
            "<p>a<span class=MsoEndnoteReference>[iv]</span> b", "<p>a<a class=sdfootnoteanc href='#sdfootnote1sym'><sup>1</sup></a> b",
            "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>a b",
            "<p>a b</p><div style='mso-element:comment-list'><hr><div style='mso-element:comment'><p class=MsoCommentText>c</div></div>",
            "<p>a<sup><a href='#cmnt1' id=cmnt_ref1>[a]</a></sup> b</p><div><p><a href='#cmnt_ref1' id=cmnt1>[a]</a><span>c</span></p></div>",
            "<p>a<sup><a href='#ftnt1' id=ftnt_ref1>[1]</a></sup> b</p><div><p><a href='#ftnt_ref1' id=ftnt1>[1]</a><span>c</span></p></div>",
            "<style>.msoDel{text-decoration:line-through}</style><p>a<span class=msoDel>c</span> b",
            "<p>a<font style='mso-hide:all'>c</font> b",
            "<p>a b</p><div style='mso-element:footnote-list'><hr><div style='mso-element:footnote'><p><a href='#_ftnref1'>[1]</a> A footnote</div></div>",
            "<p>a b</p><p class=MsoFootnoteText><a href='#_ftnref1'>[1]</a> A footnote", "<p>a b</p><div id=sdfootnote1><p class=sdfootnote>A footnote</div>",
        ];
        for page in pages {
            reads(page, &["a b"]);
        }
        // A word with such a style is a word: “did not take”.
        reads("<p>did <span class=MsoFootnoteReference>not</span> take", &["did not take"]);
    }
    #[test] fn what_is_shown_where_meters_are_not() { reads("<p>a<meter>b</meter>c<progress>d</progress>", &["ac"]) }
    #[test] fn a_popover_and_a_dialog() { reads("<div>a<dialog>b</dialog><dialog open>c</dialog>d<p popover>e</p></div>", &["a", "d"]) }
    #[test] fn a_dialog_within_the_line() { reads("<div>a <span><dialog open style=display:inline>not</dialog></span> b <dialog hidden style=display:inline>c</dialog>d</div>", &["a \u{fffc} b d"]) }
    #[test] fn a_dialog_by_its_role() { reads("<p>a</p><div role=dialog>b</div><div role=alertdialog>c</div><dialog open role=alertdialog>d</dialog>e", &["a", "e"]) }
    #[test] fn the_pronunciation() { reads("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</rt></ruby>", &["漢字"]) }
    #[test] fn a_comment() { reads("<p>a<!-- b -->c", &["ac"]) }
    #[test] fn not_what_is_hidden_from_assistive_technology_only() { reads("<p>a<span aria-hidden=true>b</span>", &["ab"]) }
    #[test] fn all_of_a_page_that_is_hidden_in_the_end() { reads("<p>a<html hidden>", &[]) }
}

#[rustfmt::skip]
mod a_paragraph {
    use super::*;
    use testing::test;

    #[test] fn ends_where_the_next_begins() { reads("<p>a<p>b<div>c<p>d</div>e", &["a", "b", "c", "d", "e"]) }
    #[test] fn is_each_item_and_heading() { reads("<h1>a</h1><ul><li>b<li>c</ul><dl><dt>d<dd>e</dl><blockquote>f</blockquote>g<section>h</section>", &["a", "b", "c", "d", "e", "f", "g", "h"]) }
    #[test] fn ends_at_a_rule() { reads("<div>a<hr>b</div>", &["a", "b"]) }
    #[test] fn goes_on_through_inline_elements() { reads("<p>a<a href=x>b</a><em>c</em><strong>d</strong><span>e</span><i>f</i><x-y>g</x-y>", &["abcdefg"]) }
    #[test] fn goes_on_behind_elements_that_overlap() { reads("<p>a<b>b<i>c</b>d</i>e", &["abcde"]) }
    #[test] fn has_no_marks_of_footnotes() { reads("<p>a<sup><a href=#n>1</a></sup>.<sup>[2]</sup>", &["a."]) }
    #[test] fn keeps_other_raised_letters() { reads("<p>m<sup>2</sup>, 1<sup>st</sup>, <a href=x>10<sup>3</sup></a>", &["m2, 1st, 10³"]) }
    #[test] fn is_joined_to_its_drop_cap() { reads("<p><span class=dropcap>M</span>OSCOW", &["MOSCOW"]) }
    #[test] fn has_a_space_at_a_line_break() { reads("<p>a<br>b<br> c<br>", &["a b c"]) }
    #[test] fn ends_at_two_line_breaks() {
        reads("<p>a<br><br>b<br> <br/>c<br>\n<br><br><b>d</b><br>e", &["a", "b", "c", "d e"]);
        reads("<div>a<br>&nbsp;<br>b<br><span></span><!-- x --><br>c<br><img><br>d</div>", &["a", "b", "c", "d"]);
        reads("<div><br><br>a<br><b>b</b></div><br>c", &["a b", "c"]);
    }
    #[test] fn has_nothing_where_a_line_may_break() { reads("<p>a<wbr>b", &["ab"]) }
    #[test] fn has_its_entities_resolved() { reads("<p>&ldquo;A &amp; B&#8221; &lt;b&gt; &eacute &unknown;", &["“A & B” <b> é &unknown;"]) }
    #[test] fn has_one_space_for_blanks() { reads("<p>\n a \t\r\n\u{c}<b> b</b> </p>", &["a b"]) }
    #[test] fn keeps_blanks_that_do_not_break() { reads("<p>a&nbsp; &nbsp;b\u{202f}c", &["a\u{a0} \u{a0}b\u{202f}c"]) }
    #[test] fn has_one_space_for_blanks_in_preformatted_text_too() { reads("<pre>\na\n  b\n\nc</pre>", &["a b c"]) }
}

#[rustfmt::skip]
mod what_stands_beside_comes_last {
    use super::*;
    use testing::test;

    #[test] fn with_figures() { reads("<p>a</p><figure><img><figcaption>b</figcaption></figure><p>c", &["a", "c", "b"]) }
    #[test] fn without_asides() { reads("<p>a</p><aside><h2>b</h2><p>c</p></aside><p>d", &["a", "d"]) }
    #[test] fn with_tables() { reads("<p>a</p><table><caption>b</caption><tr><th>c<td>d</table><p>e", &["a", "e", "b", "c", "d"]) }
    #[test] fn and_the_words_around_it_go_on() { reads("<div>a\n<figure>b</figure>\nc<aside>d</aside>e</div>", &["a c e", "b"]) }
    #[test] fn but_not_where_it_ends_a_paragraph() { reads("<!doctype html><p>a<figure>b</figure>c</p>", &["a", "c", "b"]) }
    #[test] fn each_with_what_is_in_it() { reads("<div>a<figure>b<table><td>c</table>d</figure>e<aside>f<figure>g</figure></aside></div>", &["a e", "b", "c", "d"]) }
    #[test] fn in_all_parts_of_the_article() { reads("<div itemprop=articleBody>a<figure>b</figure></div><div itemprop=articleBody>c</div>", &["a", "c", "b"]) }
    #[test] fn even_where_it_is_all() { reads("<figure itemprop=articleBody>a<p>b</figure>c", &["a", "b"]) }
    #[test] fn but_for_what_a_parser_moves_out_of_a_table() { reads("<p>a</p><table>b<tr><td>c</table>", &["a", "b", "c"]) }
}

#[test]
fn an_inline_quotation_has_the_marks_that_readers_see() {
    let page = "<p>He said <q>We pay</q> and left.<p>She: <q>I <em>do</em>, <a href=#>too</a></q>.";
    reads(page, &["He said “We pay” and left.", "She: “I do, too”."]);
}

#[test]
fn the_page_of_this_project_has_the_article_of_its_document() {
    let document: serde_json::Value = serde_json::from_str(include_str!("../../../data/iran-s-400.json")).unwrap();
    let mut expected = vec![document["article"]["headline"].as_str().unwrap()];
    expected.extend(document["article"]["body"].as_array().unwrap().iter().map(|text| text.as_str().unwrap()));
    reads(include_str!("../../../index.html"), &expected);
}

#[cfg(not(target_arch = "wasm32"))]
/// Neither the stack nor the test's patience is at an end.
#[track_caller]
fn reads_in_little_time(source: &str, count: usize) {
    let begin = testing::ThreadTime::now();
    assert_eq!(paragraphs(source).len(), count);
    // Some seconds at most here, without optimization.
    assert!(begin.elapsed().as_secs() < 30);
}

// A browser's parser takes as long for such a page as it does when the page is visited.
#[cfg(not(target_arch = "wasm32"))]
#[rustfmt::skip]
mod little_time_is_taken {
    use super::*;
    use testing::test;

    const MANY: usize = 20_000;

    #[test] fn by_deep_elements() { reads_in_little_time(&"<div>a".repeat(100_000), 100_000) }
    #[test] fn by_deep_elements_that_are_closed() { reads_in_little_time(&format!("{}a{}<p>b<p>c", "<div>".repeat(MANY), "</div>".repeat(MANY)), 3) }
    #[test] fn by_deep_inline_elements() { reads_in_little_time(&"<span>a".repeat(MANY), 1) }
    #[test] fn by_end_tags_in_deep_elements() { reads_in_little_time(&format!("{}a{}", "<div>".repeat(MANY), "</p></x>".repeat(MANY)), 1) }
    #[test] fn by_formatting_that_is_never_closed() { reads_in_little_time(&(0..MANY).map(|number| format!("<p><b id={number}><i style=x{number}>a</p>")).collect::<String>(), MANY) }
    #[test] fn by_all_formatting_in_all_paragraphs() { reads_in_little_time(&format!("<p>{}{}", "<b><i><u><small><tt><em><big><code><font>".repeat(3), "<p>a".repeat(MANY)), MANY) }
    #[test] fn by_formatting_that_overlaps() { reads_in_little_time(&"<a><b><div>a</a></b>".repeat(MANY / 4), MANY / 4) }
    #[test] fn by_tables_in_tables() { reads_in_little_time(&"<table><tr><td>a".repeat(MANY), MANY) }
    #[test] fn by_tables_with_text_that_is_not_in_cells() { reads_in_little_time(&"<table>a<b>b".repeat(MANY), 1) }
    #[test] fn by_one_long_text() { reads_in_little_time(&format!("<p>{}", "a &amp; ".repeat(MANY)), 1) }
    #[test] fn by_comments_and_brackets() { reads_in_little_time(&format!("<p>a{}", "<!--<<a<".repeat(MANY)), 1) }
    #[test] fn by_many_attributes() { reads_in_little_time(&format!("<p {}>a", (0..MANY / 4).map(|number| format!("a{number} ")).collect::<String>()), 1) }
    #[test] fn by_many_short_lines() { reads_in_little_time(&"a\r\n".repeat(MANY), MANY) }
}

#[test]
fn a_tag_of_ours_that_the_parser_leaves_out_is_no_panic() {
    assert!(paragraphs("<p><frameset><fact-cards>").is_empty());
}

mod properties {
    use super::*;
    use proptest::prelude::*;
    use testing::test;

    const TAG: &str = "(<|<|<|</)(a|b|i|p|br|hr|td|tr|li|dd|h1|nav|div|svg|math|mi|desc|title|font|form|table|tbody|\
        caption|select|option|template|script|style|textarea|noscript|frameset|body|html|head|main|article|aside|figure|\
        button|object|ruby|rt|plaintext|pre|image|input|annotation-xml|foreignObject|fact-cards)\
        (|||| hidden| style=display:none| itemprop=articleBody| a='<'| encoding=text/html| type=hidden)(>|>|>|>|/>|)";

    fn soup() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            4 => TAG,
            2 => "[a-c \n\u{a0}]{0,4}",
            1 => "<!--|-->|<!doctype html>|<!\\[CDATA\\[|\\]\\]>|&amp;|&#0;|&#x|\0|<\\?|\r",
            1 => ".{0,3}",
        ];
        prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(250))]

        #[test]
        fn no_soup_makes_it_panic_or_has_blanks_left_over(soup in soup()) {
            for paragraph in paragraphs(&format!("<p>{soup}")).into_iter().map(|paragraph| paragraph.text) {
                let blanks = [' ', '\t', '\n', '\r', '\u{c}'];
                prop_assert!(!paragraph.trim().is_empty());
                prop_assert!(!paragraph.starts_with(blanks) && !paragraph.ends_with(blanks));
                prop_assert!(!paragraph.contains("  ") && !paragraph.contains(&blanks[1..]), "{paragraph:?}");
            }
        }

        #[test]
        fn words_are_the_same_in_plain_text_and_in_a_page(text in prop::collection::vec("[a-z.<&>“” \u{a0}]{0,9}[a-z]", 1..9)) {
            let page = text.iter().map(|text| format!("<p>{}</p>", html_escape::encode_text(text))).collect::<String>();
            // Within lines, plain text is left as it is.
            let text = text.iter().map(|text| text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "));
            let plain = text.collect::<Vec<_>>().join("\n\n");
            prop_assert_eq!(paragraphs(&page), paragraphs(&format!("x\n\n{plain}"))[1..].to_vec());
        }

        #[test]
        fn nothing_at_all_makes_it_panic(source in "[< \u{feff}]{0,2}.*") {
            paragraphs(&source);
        }
    }
}

#[test]
fn what_stands_around_an_article_is_the_pages() {
    let page =
        "<nav>Home</nav><h1>Water</h1><p>By Ada Low<article><p>It is safe.<aside>Read also: boats</aside></article>";
    let read = article::article(page);
    let texts = |paragraphs: Vec<article::Paragraph>| {
        paragraphs.into_iter().map(|paragraph| paragraph.text).collect::<Vec<_>>()
    };
    assert_eq!(texts(read.paragraphs), ["It is safe."]);
    assert_eq!(texts(read.page), ["Water", "By Ada Low", "It is safe.", "Read also: boats"]);
    assert_eq!(article::article("It is safe.\n\nBy Ada Low").page, []);
}

#[test]
fn each_paragraph_says_in_which_box_it_stands() {
    let read = paragraphs(include_str!("pages/places.html"));
    let begin: Vec<_> =
        read.windows(2).filter(|pair| pair[0].place != pair[1].place).map(|pair| &*pair[1].text).collect();
    let expected = [
        "A heading",
        "below",
        "An item",
        "another",
        "A term",
        "what it is",
        "A section",
        "another",
        "Set",
        "and behind",
        "More",
        "of it",
        "By its role",
        "one",
        "two",
        "A table",
        "beside",
        "it",
        "has",
        "cells",
        "A picture",
        "A form",
    ];
    assert_eq!(begin, expected);
}

#[test]
fn what_is_neither_text_nor_a_page_is_known() {
    assert_eq!(other_format("\u{feff}%PDF-1.7 …"), Some("a PDF"));
    assert_eq!(other_format("{\\rtf1\\ansi It is safe.}"), Some("RTF"));
    let mail = "Received: from a.example\n\tby b.example\nmime-version: 1.0\n\nIt is safe.";
    assert_eq!(other_format(mail), Some("an e-mail"));
    // What an article says of such fields is text.
    for article in ["It is safe.\n\nMIME-Version: 1.0", "Ada Low: “It is safe.”", "<p>Message-ID: 5", ""] {
        assert_eq!(other_format(article), None, "{article}");
    }
}
