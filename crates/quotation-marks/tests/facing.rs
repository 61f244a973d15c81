//! Whether double marks open or close, by what stands around them.

use quotation_marks::{Facing, around, facing, family};

/// Each double mark of a text as `<` if it opens, `>` if it closes, and `?` if that is not known.
#[track_caller]
fn faces(text: &str, expected: &str) {
    let marks = text.char_indices().filter_map(|(at, c)| {
        let (_, itself) = family(c).filter(|_| c != '’' && c != '\'')?;
        let (before, after) = around(text, at..at + c.len_utf8(), char::is_alphanumeric);
        Some(match facing(before, after, itself) {
            Facing::Opens => '<',
            Facing::Closes => '>',
            Facing::Unknown => '?',
        })
    });
    assert_eq!(marks.collect::<String>(), expected, "{text}");
}

#[test]
fn the_spaces_around_a_mark_say_which_way_it_faces() {
    faces(r#"She said "no" (and "perhaps") — "never"."#, "<><><>");
    faces("»So«, sagte sie, „nicht“ und ”inte”.", "<><><>");
    faces(r#"the "A"-team and ¿"qué"?"#, "<><>");
}

#[test]
fn a_mark_after_an_elision_faces_as_it_does_alone() {
    faces("Il parle de l’« affaire » et d'« autres ».", "<><>");
}

#[test]
fn a_closing_mark_may_stand_after_a_space() {
    faces("« oui », dit-elle", "<>");
}

#[test]
fn marks_next_to_each_other_face_the_same_way() {
    faces("She said, “»Never« was his word.”", "<<>>");
    faces("„»Nie«“, sagte sie.", "<<>>");
}

#[test]
fn a_sign_of_money_begins_a_word() {
    faces(r#"a"$5"b "$5" ("€5") "#, "??<><>");
}

#[test]
fn a_mark_with_letters_or_spaces_on_both_sides_faces_as_it_does_alone() {
    faces("a “ b ” c \" d a“b”c\"d", "<>?<>?");
}
