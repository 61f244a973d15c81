//! What readers are not told: that words appear in the article whose clause has its “not” outside of them.

use quotes::{Quote, Text};
use testing::test;

/// Whether the words between `[` and `]` are taken from beside a “not”.
fn is_beside_negation(marked: &str) -> bool {
    let (before, rest) = marked.split_once('[').unwrap();
    let (quote, behind) = rest.split_once(']').unwrap();
    let mut text = Text::default();
    text.push(&format!("{before}{quote}{behind}"));
    let finding = text.locate(&Quote { spans: &[quote.to_owned()], ..Quote::default() });
    assert!(!finding.places.is_empty(), "{marked}");
    text.is_beside_negation(&finding)
}

#[test]
fn words_without_the_not_of_their_clause() {
    for marked in [
        "“The water is not [safe to drink],” said Ada Low.",
        "“I have never [lied to anyone],” said Ada Low.",
        "“I do not think that [the water is safe],” said Ada Low.",
        "“I do not think, honestly, that [the water is safe],” said Ada Low.",
        "“It isn’t [safe],” she said.",
        "“[We will pay] nothing,” he said.",
        "“We have never [lied] and cheated,” he said.",
        "“We have never lied and [cheated],” he said.",
        "„Ich glaube nicht, dass [das Wasser sicher ist]“, sagte Ada Low.",
        "«Nadie cree que [el agua sea segura]», dijo Ada Low.",
        "« L’eau n’est pas [potable] », a dit Ada Low.",
        "«Я не думаю, что [вода безопасна]», сказала она.",
    ] {
        assert!(is_beside_negation(marked), "{marked}");
    }
}

#[test]
fn words_whose_clause_is_whole() {
    for marked in [
        "“[The water is safe],” said Ada Low.",
        "“[The water is not safe],” said Ada Low.",
        "She did not come. “[The water is safe],” she said.",
        "“We do not lie. [The water is safe],” said Ada Low.",
        "“We do not lie, [the water is safe],” said Ada Low.",
        "“We do not lie and [the water is safe],” said Ada Low.",
        "“[The water is safe], not dirty,” said Ada Low.",
        "„Wir lügen nicht: [Das Wasser ist sicher]“, sagte Ada Low.",
    ] {
        assert!(!is_beside_negation(marked), "{marked}");
    }
}
