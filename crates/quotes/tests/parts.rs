//! Parts of a quote say together what the article says, or they are doubted.

use quotes::{Quote, Reason, Text};
use testing::test;

fn doubt(paragraphs: &[&str], parts: &[&str]) -> Option<(Reason, String)> {
    let text: Text = paragraphs.iter().collect();
    let spans: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
    let finding = text.find(&Quote { spans: &spans, ..Quote::default() });
    assert!(!finding.places.is_empty(), "{parts:?}");
    let doubt = text.doubt(&finding)?;
    Some((doubt.reason, text.slices(doubt.between).collect::<Vec<_>>().join("|").trim().to_owned()))
}

#[track_caller]
fn doubted(paragraphs: &[&str], parts: &[&str], reason: Reason, between: &str) {
    assert_eq!(doubt(paragraphs, parts), Some((reason, between.to_owned())), "{paragraphs:?}");
}

#[track_caller]
fn fine(paragraphs: &[&str], parts: &[&str]) {
    assert_eq!(doubt(paragraphs, parts), None, "{paragraphs:?}");
}

#[test]
fn a_sentence_without_its_not_is_doubted_in_every_language_of_drafts() {
    let articles: &[(&str, &[&str], &str)] = &[
        ("The tenant is not permitted to sublet the flat.", &["The tenant is", "permitted to sublet the flat"], "not"),
        (
            "The tenant isn’t and won’t be permitted to sublet.",
            &["The tenant", "be permitted to sublet"],
            "isn’t and won’t",
        ),
        (
            "Der Mieter darf die Wohnung nicht untervermieten, sagte sie.",
            &["Der Mieter darf die Wohnung", "untervermieten"],
            "nicht",
        ),
        (
            "Le locataire n’est en aucun cas autorisé à sous-louer.",
            &["Le locataire", "autorisé à sous-louer"],
            "n’est en aucun cas",
        ),
        ("El inquilino nunca puede subarrendar el piso.", &["El inquilino", "puede subarrendar el piso"], "nunca"),
        ("O inquilino não pode subarrendar a casa.", &["O inquilino", "pode subarrendar a casa"], "não"),
        ("L’inquilino non può subaffittare la casa.", &["L’inquilino", "può subaffittare la casa"], "non"),
        ("Kiracı evi asla kiraya verebilir demedi.", &["Kiracı evi", "kiraya verebilir demedi"], "asla"),
        ("Жилец не может сдавать квартиру.", &["Жилец", "может сдавать квартиру"], "не"),
    ];
    for (article, parts, between) in articles {
        doubted(&[article], parts, Reason::Negation, between);
    }
}

#[test]
fn words_that_another_speaker_says_are_not_made_the_first_ones() {
    doubted(
        &["The mayor said the landlord is a liar and a thief."],
        &["The mayor", "is a liar and a thief"],
        Reason::Attribution,
        "said the landlord",
    );
    doubted(
        &["Die Bürgermeisterin sagte, der Vermieter habe gelogen und betrogen."],
        &["Die Bürgermeisterin", "habe gelogen und betrogen"],
        Reason::Attribution,
        "sagte, der Vermieter",
    );
    doubted(
        &["Le maire affirme que le propriétaire a menti."],
        &["Le maire", "a menti"],
        Reason::Attribution,
        "affirme que le propriétaire",
    );
}

#[test]
fn parts_of_two_peoples_quotations_are_doubted() {
    let articles: &[&str] = &[
        "“The roof leaks in winter,” said Mira Stone. “It was repaired in May,” said the landlord.",
        "Mira Stone said: “The roof leaks in winter.” The landlord said: “It was repaired in May.”",
        "“The roof leaks in winter,” said Mira Stone, and the landlord said, “It was repaired in May.”",
        "‘The roof leaks in winter,’ said Mira Stone. ‘It was repaired in May,’ said the landlord.",
        "„The roof leaks in winter“, sagte Mira Stone. „It was repaired in May“, sagte der Vermieter.",
        "« The roof leaks in winter », dit Mira Stone. « It was repaired in May », répond le propriétaire, qui explique tout.",
        "「The roof leaks in winter」「It was repaired in May」",
    ];
    for article in articles {
        let doubt = doubt(&[article], &["The roof leaks in winter", "It was repaired in May"]);
        assert_eq!(doubt.map(|(reason, _)| reason), Some(Reason::Quotations), "{article}");
    }
}

#[test]
fn parts_of_two_paragraphs_are_doubted_unless_one_quotation_runs_through_them() {
    let parts = ["The roof leaks in winter", "We have told them so"];
    doubted(
        &["“The roof leaks in winter,” she said.", "“We have told them so,” he said."],
        &parts,
        Reason::Paragraphs,
        ",” she said.|“",
    );
    doubted(&["STONE: The roof leaks in winter.", "LOW: We have told them so."], &parts, Reason::Paragraphs, ".|LOW:");
    fine(&["“The roof leaks in winter. It rains in.", "“We have told them so,” she said."], &parts);
    fine(&["“The roof leaks in winter.", "“It rains in.", "“We have told them so,” she said."], &parts);
    doubted(
        &["“The roof leaks in winter.”", "“It rains in.", "“We have told them so,” he said."],
        &parts,
        Reason::Paragraphs,
        ".”|“It rains in.|“",
    );
}

#[test]
fn one_part_that_runs_from_a_quotation_into_another_is_doubted() {
    let part = ["leaks in winter. It does not"];
    doubted(&["“The roof leaks in winter.”", "“It does not.”"], &part, Reason::Quotations, "");
    fine(&["“The roof leaks in winter.", "“It does not.”"], &part);
    fine(&["“The ‘roof’ leaks in winter.", "“It does not.”"], &part);
}

/// Paragraphs in boxes: those of each list stand in one.
fn doubt_in_boxes(boxes: &[&[&str]], parts: &[&str]) -> Option<Reason> {
    let mut text = Text::default();
    for paragraphs in boxes {
        text.begin_box();
        paragraphs.iter().for_each(|paragraph| text.push(paragraph));
    }
    let spans: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
    let finding = text.find(&Quote { spans: &spans, ..Quote::default() });
    assert!(!finding.places.is_empty(), "{parts:?}");
    text.doubt(&finding).map(|doubt| doubt.reason)
}

#[test]
fn a_quotation_goes_on_behind_a_paragraph_and_not_behind_its_box() {
    let part = &["The mayor took the money"][..];
    for opens in ["“", "\"", "„", "« "] {
        let first = format!("{opens}The mayor");
        let second = "took the money,” says a man.";
        assert_eq!(doubt_in_boxes(&[&[&first, second]], part), None);
        assert_eq!(doubt_in_boxes(&[&[&first, "Advertisement", second]], part), None);
        assert_eq!(doubt_in_boxes(&[&[&first], &[second]], part), Some(Reason::Break));
        assert_eq!(doubt_in_boxes(&[&[&first], &[&format!("{opens}{second}")]], part), Some(Reason::Break));
        assert_eq!(doubt_in_boxes(&[&[&first], &["Advertisement"], &[second]], part), Some(Reason::Break));
    }
    assert_eq!(
        doubt_in_boxes(&[&["“The roof leaks."], &["“The roof is old.”"]], &["The roof leaks. The roof is old"]),
        None
    );
    let parts = &["The roof leaks in winter", "The wall leaks in summer"][..];
    let items: [&[&str]; 2] = [&["“The roof leaks in winter."], &["“The wall leaks in summer.”"]];
    assert_eq!(doubt_in_boxes(&[&[items[0][0], items[1][0]]], parts), None);
    assert_eq!(doubt_in_boxes(&items, parts), Some(Reason::Paragraphs));
}

#[test]
fn one_part_that_runs_over_the_end_of_a_heading_or_an_item_is_doubted() {
    let part = ["The mayor took the money"];
    doubted(&["The mayor", "took the money from the fund, says a man about his brother."], &part, Reason::Break, "");
    doubted(&["They asked:", "The mayor", "took the money."], &part, Reason::Break, "");
    doubted(&["市长", "拿了基金的钱。"], &["市长拿了基金的钱"], Reason::Break, "");
    let part = ["in winter. We have"];
    fine(&["The roof leaks in winter.", "We have told them so."], &part);
    fine(&["The roof leaks (in winter.)", "We have told them so."], &["in winter.) We have"]);
    fine(&["“The roof leaks in winter.", "“We have told them so.”"], &part);
    fine(&["Stone said: “The roof leaks", "Advertisement", "in winter. We have told them so.”"], &["leaks in winter"]);
    fine(&["سقف موسم سرما میں ٹپکتا ہے۔", "ہم نے انہیں بتا دیا ہے۔"], &["ٹپکتا ہے ہم نے انہیں"]);
}

#[test]
fn the_end_of_one_sentence_is_not_joined_to_the_beginning_of_another_unnoticed() {
    doubted(
        &["The tenant is moving in spring. The landlord is permitted to sublet the flat."],
        &["The tenant is", "permitted to sublet the flat"],
        Reason::Sentences,
        "moving in spring. The landlord is",
    );
    fine(&["The tenant, a friend of Mr. Low, is permitted to sublet."], &["The tenant", "is permitted to sublet"]);
}

#[test]
fn a_few_words_far_apart_are_doubted() {
    let article = ["The tenant of the flat upstairs would like to know whether the old roof leaks."];
    doubted(&article, &["The tenant", "would", "roof leaks"], Reason::Distance, "of the flat upstairs");
    fine(&article, &["The tenant", "would like to know whether"]);
    fine(&["It is cold and damp."], &["cold", "damp"]);
}

#[test]
fn a_verb_between_two_parts_that_turns_what_they_say_is_noticed() {
    let articles: &[(&str, &[&str], Reason)] = &[
        ("The mayor refused to take the money.", &["The mayor", "to take the money"], Reason::Negation),
        ("The mayor wanted to prevent the sale.", &["The mayor wanted", "the sale"], Reason::Negation),
        ("The mayor has allegedly taken the money.", &["The mayor has", "taken the money"], Reason::Negation),
        ("The mayor seldom took the money.", &["The mayor", "took the money"], Reason::Negation),
        ("The mayor, on Monday, denied that he took the money.", &["The mayor", "he took the money"], Reason::Negation),
        (
            "The mayor would be glad if he took the money.",
            &["The mayor would be glad", "he took the money"],
            Reason::Negation,
        ),
        ("The mayor stopped the man who took the money.", &["The mayor", "took the money"], Reason::Negation),
        ("The mayor knows that Brandt took the money.", &["The mayor", "took the money"], Reason::Clause),
        (
            "The mayor was accused of taking the money and it is bad.",
            &["The mayor", "taking the money"],
            Reason::Clause,
        ),
        ("They killed the brother of the mayor.", &["They killed the", "mayor"], Reason::Clause),
        (
            "Die Minister weigerten sich, das Geld zu nehmen, und es ist so.",
            &["Die Minister", "das Geld zu nehmen"],
            Reason::Negation,
        ),
        (
            "Der Minister hat angeblich das Geld genommen, und es ist so.",
            &["Der Minister hat", "das Geld genommen"],
            Reason::Negation,
        ),
        (
            "Der Minister plante und es ist so, das Geld zu nehmen.",
            &["Der Minister", "das Geld zu nehmen"],
            Reason::Clause,
        ),
        ("Мэр отказался взять деньги, и он это знал.", &["Мэр", "взять деньги"], Reason::Negation),
        ("Мэр мечтал взять деньги, и он это знал.", &["Мэр", "взять деньги"], Reason::Clause),
        ("رفض رئيس البلدية المال من الصندوق", &["رئيس البلدية", "من الصندوق"], Reason::Clause),
        ("رئيس البلدية رفض أخذ المال من الصندوق", &["رئيس البلدية", "أخذ المال من الصندوق"], Reason::Negation),
        (
            "Le maire a refusé de prendre les sous, et il est parti.",
            &["Le maire a", "de prendre les sous"],
            Reason::Negation,
        ),
        ("Le maire voulait prendre les sous, et il est parti.", &["Le maire", "prendre les sous"], Reason::Clause),
        ("El alcalde rechazó tomar los fondos.", &["El alcalde", "tomar los fondos"], Reason::Negation),
        ("Il sindaco rifiuta che il denaro sia suo.", &["Il sindaco", "il denaro sia suo"], Reason::Negation),
        ("O prefeito recusou os fundos e não disse nada.", &["O prefeito", "os fundos"], Reason::Negation),
        ("Başkan bir evi reddetti ve gitti bir yere.", &["Başkan bir evi", "gitti bir yere"], Reason::Negation),
        ("“The mayor refused,” he said, “to take the money.”", &["The mayor", "to take the money"], Reason::Negation),
        ("“The mayor wants,” he said, “to take the money.”", &["The mayor", "to take the money"], Reason::Clause),
    ];
    for (article, parts, reason) in articles {
        assert_eq!(doubt(&[article], parts).map(|(reason, _)| reason), Some(*reason), "{article}");
    }
}

#[test]
fn what_a_sentence_can_be_without_may_be_left_out() {
    let articles: &[(&str, &[&str])] = &[
        ("The mayor of the old town took the money.", &["The mayor", "took the money"]),
        ("The mayor took the money on Monday and it is gone.", &["The mayor took the money", "and it is gone"]),
        ("The mayor said in June that it is a very good plan.", &["it is a", "good plan"]),
        ("The mayor, who is her brother, took the money.", &["The mayor", "took the money"]),
        ("The mayor – and that is new – took the money.", &["The mayor", "took the money"]),
        ("The mayor took the money, the car and the house.", &["The mayor took", "and the house"]),
        (
            "Der Bürgermeister der Stadt und nicht wir, am Montag nach Rom gereist, hat das Geld.",
            &["nicht wir", "hat das Geld"],
        ),
        ("Die Firma wartet ihrer Meinung nach auf eine Genehmigung.", &["Die Firma wartet", "auf eine Genehmigung"]),
        ("Die Firma wartet laut Ada Low auf eine Genehmigung.", &["Die Firma wartet", "auf eine Genehmigung"]),
        ("Die Firma wartet Berichten zufolge auf eine Genehmigung.", &["Die Firma wartet", "auf eine Genehmigung"]),
        (
            "Die Firma wartet nach Angaben von Ada Low auf eine Genehmigung.",
            &["Die Firma wartet", "auf eine Genehmigung"],
        ),
        ("Le maire de la ville a pris les sous.", &["Le maire", "a pris les sous"]),
        ("El alcalde de la ciudad tomó los fondos.", &["El alcalde", "tomó los fondos"]),
        ("Мэр в понедельник взял деньги, и он это знал.", &["Мэр", "взял деньги"]),
    ];
    for (article, parts) in articles {
        fine(&[article], parts);
    }
}

#[test]
fn two_apostrophes_are_one_quotation_mark() {
    fine(&["''We will go,'' he said. ''And we will stay.''"], &["We will go", "And we will stay"]);
    let parts = ["We will go", "And we will stay"];
    doubted(
        &["''We will go,'' he said. ''And we will stay,'' said Lee."],
        &parts,
        Reason::Quotations,
        ",'' he said. ''",
    );
}

#[test]
fn a_long_word_on_the_speaker_does_not_make_two_quotations_of_one() {
    let article = "“We will go,” said Ann Lee, who was the head of the council for ten years and then of the town. “We will stay.”";
    fine(&[article], &["We will go", "We will stay"]);
}

#[test]
fn the_sentence_behind_a_quotation_may_say_that_it_is_somebody_elses() {
    let parts = ["We found out from the radio", "That tells you everything"];
    let article =
        |end: &str| format!("“We found out from the radio,” said Mira Stone. “That tells you everything{end}");
    fine(&[&article(".” The others left at once.")], &parts);
    for end in
        [".” Lee shouted.", ".” Ann Lee said on Monday.", "!” Bob Roe thundered back.", "?” Ann Lee asked the board."]
    {
        let doubt = doubt(&[&article(end)], &parts);
        assert_eq!(doubt.map(|(reason, _)| reason), Some(Reason::Quotations), "{end}");
    }
}

#[test]
fn a_not_in_the_words_on_the_speaker_is_not_about_the_quotation() {
    let parts = ["Twelve seasons", "I buy no green bananas"];
    fine(
        &["“Twelve seasons!” said Ann Lee, a driver who waited until noon and did not sit. “I buy no green bananas.”"],
        &parts,
    );
    doubted(
        &["“Twelve seasons,” she never said. “I buy no green bananas.”"],
        &parts,
        Reason::Negation,
        ",” she never said. “",
    );
    doubted(
        &["“Twelve seasons are not enough,” said Ann Lee, a driver. “I buy no green bananas.”"],
        &["Twelve seasons are", "I buy no green bananas"],
        Reason::Negation,
        "not enough,” said Ann Lee, a driver. “",
    );
}

#[test]
fn words_may_be_left_out() {
    let articles: &[(&str, &[&str])] = &[
        ("“We will go,” he said, “and we will stay.”", &["We will go", "and we will stay"]),
        ("“We will go,” he said. “And we will stay.”", &["We will go", "And we will stay"]),
        ("“We will go,” he said. “And we won't stay. We can’t,” and he left.", &["We will go", "We can’t"]),
        ("“Will we go?” asked Ada Low, “and stay?”", &["Will we go", "and stay"]),
        ("‘We will go,’ he said, ‘and we’ll stay.’", &["We will go", "and we’ll stay"]),
        ("‘We will go’, he said, ‘and we’ll stay’.", &["We will go", "and we’ll stay"]),
        ("“We asked for the ministers’ plan, and the tenants’, and got it.”", &["We asked for", "and got it"]),
        ("„Wir gehen“, sagte er, „und wir bleiben.“", &["Wir gehen", "und wir bleiben"]),
        ("»Wir gehen«, sagte er, »und wir bleiben.«", &["Wir gehen", "und wir bleiben"]),
        ("« Nous partons », a-t-il dit, « et nous restons ».", &["Nous partons", "et nous restons"]),
        ("« Nous partons, a déclaré le maire, et nous restons ».", &["Nous partons", "et nous restons"]),
        ("«Мы уйдём, – сказал он, – и мы останемся».", &["Мы уйдём", "и мы останемся"]),
        ("“The water is, after two years of work, safe to drink.”", &["The water is", "safe to drink"]),
        ("“It is safe. We looked at all wells. Everybody may drink it.”", &["It is safe", "Everybody may drink it"]),
        (
            "“It is safe to drink, and ‘clean’ in every way, and has been since Monday.”",
            &["It is safe to drink", "and has been since Monday"],
        ),
        ("The roof, “an old one” by all accounts, leaks when it rains.", &["The roof", "leaks when it rains"]),
        (
            "Turkey is ready to study the offer on Patriot air defense systems, but considers the purchase unacceptable.",
            &["Turkey", "considers the purchase unacceptable"],
        ),
    ];
    for (article, parts) in articles {
        fine(&[article], parts);
    }
}

#[test]
fn a_whole_sentence_with_a_not_in_it_may_be_left_out() {
    fine(
        &["The water is safe. It was not safe last year. Everybody may drink it."],
        &["The water is safe", "Everybody may drink it"],
    );
    doubted(
        &["The water is safe. It was boiled last year. Not everybody may drink it."],
        &["The water is safe", "everybody may drink it"],
        Reason::Negation,
        ". It was boiled last year. Not",
    );
}

#[test]
fn an_advertisement_between_two_paragraphs_breaks_no_quote() {
    for label in [
        "Advertisement",
        "ADVERTISEMENT",
        " Anzeige\u{a0}",
        " Publicité ",
        "Реклама",
        "Story continues below advertisement",
    ] {
        let paragraphs = ["“The water is safe to drink.", label, "“And it is clean,” she said."];
        let text: Text = paragraphs.iter().collect();
        let spans = ["The water is safe to drink. And it is clean".to_owned()];
        let finding = text.find(&Quote { spans: &spans, ..Quote::default() });
        assert_eq!(finding.grade, quotes::Grade::Typographic, "{label}");
        let slices: Vec<_> = text.slices(finding.places[0][0]).collect();
        assert_eq!(slices, ["The water is safe to drink.", "“And it is clean"], "{label}");
        assert_eq!(text.doubt(&finding), None, "{label}");
        fine(&paragraphs, &["The water is safe to drink", "And it is clean"]);
    }
    let text: Text = ["The water is safe.", "Advertisements pay for it.", "It is clean."].into_iter().collect();
    let spans = ["Advertisements pay for it".to_owned()];
    assert_eq!(text.find(&Quote { spans: &spans, ..Quote::default() }).grade, quotes::Grade::Exact);
}

#[test]
fn a_quote_in_one_part_leaves_nothing_out() {
    fine(&["The tenant is not permitted to sublet."], &["The tenant is not permitted to sublet"]);
}

#[test]
fn words_that_are_not_in_the_article_are_not_doubted_too() {
    let text: Text = ["The tenant is not permitted to sublet the flat."].into_iter().collect();
    let spans = ["The tenant is".to_owned(), "permitted to sublet the house".to_owned()];
    assert_eq!(text.doubt(&text.find(&Quote { spans: &spans, ..Quote::default() })), None);
}

#[test]
fn a_whole_quotation_between_two_parts_is_no_interruption() {
    let parts = ["and the wall is dry", "in every place I know"];
    for article in [
        "“The dam is safe for now,” Lee said, “and the wall is dry.” “It has cracks,” Brandt said, “in every place I know.”",
        "\"The dam is safe for now,\" Lee said, \"and the wall is dry.\" \"It has cracks,\" Brandt said, \"in every place I know.\"",
        "‘The dam is safe for now,’ Lee said, ‘and the wall is dry.’ ‘It has cracks,’ Brandt said, ‘in every place I know.’",
        "«The dam is safe for now», Lee said, «and the wall is dry». «It has cracks», Brandt said, «in every place I know».",
        "“The dam is safe for now,” Lee said, “and the wall is dry,” but “it has cracks,” Brandt said, “in every place I know.”",
    ] {
        assert_eq!(doubt(&[article], &parts).map(|(reason, _)| reason), Some(Reason::Quotations), "{article}");
    }
}

#[test]
fn a_second_speaker_is_noticed_whatever_the_verb() {
    let articles: &[(&str, &[&str])] = &[
        (
            "“The dam is safe for now,” Lee said. “It has cracks in the wall,” warned Brandt.",
            &["The dam is safe for now", "It has cracks in the wall"],
        ),
        (
            "“The dam is safe for now,” said Lee. “It has cracks in the wall!” warned the council.",
            &["The dam is safe for now", "It has cracks in the wall"],
        ),
        (
            "“The dam is safe for now,” Lee said. “It has cracks in the wall,” was the reply from Brandt.",
            &["The dam is safe for now", "It has cracks in the wall"],
        ),
        (
            "“The dam is safe for now,” Lee said. “It has cracks in the wall,” and Brandt countered that it leaks.",
            &["The dam is safe for now", "It has cracks in the wall"],
        ),
        (
            "«Дамба пока безопасна», — сказал Ли. «В стене есть трещины», — возразил Брандт.",
            &["Дамба пока безопасна", "В стене есть трещины"],
        ),
        ("«السد آمن الآن»، قال لي. «في الجدار شقوق كثيرة»، رد برانت.", &["السد آمن الآن", "في الجدار شقوق كثيرة"]),
        (
            "“The dam is safe,” Lee said, but Brandt, “It has cracks in the wall.”",
            &["The dam is safe", "It has cracks in the wall"],
        ),
        (
            "“The dam is safe,” Lee said, while the council, “it has cracks in the wall.”",
            &["The dam is safe", "it has cracks in the wall"],
        ),
        (
            "“The dam is safe,” was how Lee put it; Brandt, “It has cracks in the wall.”",
            &["The dam is safe", "It has cracks in the wall"],
        ),
        (
            "“The dam is safe,” was how Lee put it, Brandt, “It has cracks in the wall.”",
            &["The dam is safe", "It has cracks in the wall"],
        ),
    ];
    for (article, parts) in articles {
        assert_eq!(doubt(&[article], parts).map(|(reason, _)| reason), Some(Reason::Quotations), "{article}");
    }
}

#[test]
fn a_second_speaker_is_noticed_after_a_short_name_and_in_a_few_words() {
    let articles: &[(&str, &[&str])] = &[
        (
            "«La presa es segura», dijo Lee. Según Brandt, «tiene grietas en el muro».",
            &["La presa es segura", "tiene grietas"],
        ),
        (
            "«Плотина безопасна», – сказал Ли. По словам Брандта, «в стене есть трещины, и он был прав».",
            &["Плотина безопасна", "в стене есть трещины"],
        ),
        ("“The dam is safe,” said Lee. “It has cracks!” Brandt shouted.", &["The dam is safe", "It has cracks"]),
        ("“The dam is safe,” said Lee. “It has cracks...” Brandt interrupted.", &["The dam is safe", "It has cracks"]),
        ("“The dam is safe,” said Lee. “It has cracks.” (Brandt)", &["The dam is safe", "It has cracks"]),
        ("“The dam is safe,” said Lee. “It has cracks.” – Jo Brandt", &["The dam is safe", "It has cracks"]),
    ];
    for (article, parts) in articles {
        assert_eq!(doubt(&[article], parts).map(|(reason, _)| reason), Some(Reason::Quotations), "{article}");
    }
    fine(
        &["“The dam is safe,” said Mr. Lee of St. Ives. “It has no cracks.”"],
        &["The dam is safe", "It has no cracks"],
    );
    // The sentence with “not” ends at the short name.
    fine(
        &["The dam is safe. It was not built by Lee. The wall of it is dry."],
        &["The dam is safe", "The wall of it is dry"],
    );
    doubted(
        &["The dam was not built by Dr. Lee for us."],
        &["The dam was", "Lee for us"],
        Reason::Negation,
        "not built by Dr.",
    );
}

#[test]
fn what_follows_the_second_part_of_one_quotation_is_not_taken_for_a_speaker() {
    let articles: &[(&str, &[&str])] = &[
        ("“We will go,” said Lee. “We will stay.” The council met on Monday.", &["We will go", "We will stay"]),
        ("“We will go,” said Lee. “We will stay.” But Brandt left.", &["We will go", "We will stay"]),
        (
            "“We will go,” said Lee, the mayor, “and we will stay,” before Brandt left.",
            &["We will go", "and we will stay"],
        ),
        ("“We will go,” Lee, the mayor, said, “and we will stay.”", &["We will go", "and we will stay"]),
        ("“We will go,” said Mayor Ann Lee of the old town, “and we will stay.”", &["We will go", "and we will stay"]),
        ("“We said ‘go,’” said Lee, “and we will stay.”", &["We said ‘go,", "and we will stay"]),
        ("„Wir gehen“, sagte Lee. „Das Wasser ist klar.“ Die Stadt schwieg.", &["Wir gehen", "Das Wasser ist klar"]),
    ];
    for (article, parts) in articles {
        fine(&[article], parts);
    }
}

#[test]
fn a_second_speaker_is_noticed_in_dialogue_without_marks() {
    let articles: &[(&str, &[&str])] = &[
        (
            "— La presa es segura por ahora — dijo Lee. — La presa tiene grietas en el muro — replicó Brandt.",
            &["La presa es segura por ahora", "La presa tiene grietas en el muro"],
        ),
        (
            "—La presa es segura por ahora —dijo Lee—. La presa tiene grietas en el muro —avisó Brandt.",
            &["La presa es segura por ahora", "La presa tiene grietas en el muro"],
        ),
        (
            "LEE: The dam is safe for now and for years. BRANDT: The dam has cracks in its wall today.",
            &["The dam is safe for now and for years", "The dam has cracks in its wall today"],
        ),
        (
            "Ann Lee: The dam is safe. Mayor Jo Brandt: Well, the dam has cracks.",
            &["The dam is safe", "the dam has cracks"],
        ),
        (
            "The dam is safe, said Lee, and the wall has cracks, said Brandt.",
            &["The dam is safe", "the wall has cracks"],
        ),
        (
            "The dam is safe for now, according to Lee, while in the view of Brandt the wall has cracks.",
            &["The dam is safe for now", "the wall has cracks"],
        ),
    ];
    for (article, parts) in articles {
        assert_eq!(doubt(&[article], parts).map(|(reason, _)| reason), Some(Reason::Attribution), "{article}");
    }
    fine(&["—La presa es segura —dijo Lee—. El muro está seco."], &["La presa es segura", "El muro está seco"]);
    fine(&["The dam is safe, said Lee, and the wall is dry, too."], &["The dam is safe", "the wall is dry"]);
}

#[test]
fn a_not_is_noticed_however_it_is_written() {
    let articles: &[(&str, &[&str])] = &[
        ("Мэр города НЕ брал деньги из фонда", &["Мэр города", "брал деньги из фонда"]),
        ("O prefeito NÃO tomou o dinheiro", &["O prefeito", "tomou o dinheiro"]),
        ("O prefeito na\u{303}o tomou o dinheiro", &["O prefeito", "tomou o dinheiro"]),
        ("Baraj bence DEĞİL güvenli diyorum", &["Baraj bence", "güvenli diyorum"]),
        ("Baraj bence deg\u{306}il güvenli diyorum", &["Baraj bence", "güvenli diyorum"]),
        ("The mayor did ｎｏｔ take the money", &["The mayor did", "take the money"]),
        ("العمدة لَا يأخذ المال", &["العمدة", "يأخذ المال"]),
        ("العمدة ولا يأخذ المال", &["العمدة", "يأخذ المال"]),
    ];
    for (article, parts) in articles {
        assert_eq!(doubt(&[article], parts).map(|(reason, _)| reason), Some(Reason::Negation), "{article}");
    }
}

#[test]
fn many_words_deny() {
    for words in [
        "dont",
        "with no one to",
        "nowhere",
        "barely",
        "without",
        "unless",
        "rather than",
        "are far from",
        "refused to",
        "failed to",
        "it is false that",
        "ohne",
        "nirgends",
        "nix",
        "sans",
        "guère",
        "sin",
        "apenas",
        "neppure",
        "никто",
        "ничего",
        "нельзя",
        "ما",
        "غير",
        "ليست",
        "almadı",
        "gelmedi",
    ] {
        let article = format!("The old dam {words} and the wall of it.");
        let doubt = doubt(&[&article], &["The old dam", "and the wall of it"]);
        assert_eq!(doubt.map(|(reason, _)| reason), Some(Reason::Negation), "{words}");
    }
}

#[test]
fn what_only_looks_like_a_not_is_left_in_peace() {
    fine(&["The old dam at lock No. 5 leaks in winter."], &["The old dam", "leaks in winter"]);
    fine(&["The old dam of the '90s leaks in winter."], &["The old dam", "leaks in winter"]);
    fine(&["The old dam of Mr. Nie leaks in winter."], &["The old dam", "leaks in winter"]);
    fine(
        &["The water is safe. It is not new. Everybody may drink it."],
        &["The water is safe", "Everybody may drink it"],
    );
}

#[test]
fn neighbouring_quotations_are_no_single_part() {
    let articles: &[(&str, &str)] = &[
        (
            "“The dam is safe for now.” “The wall has cracks in it.”",
            "The dam is safe for now. The wall has cracks in it",
        ),
        (
            "\"The dam is safe for now.\" \"The wall has cracks in it.\"",
            "The dam is safe for now. The wall has cracks in it",
        ),
        ("‘The dam is safe for now.’ ‘The wall has cracks in it.’", "is safe for now. The wall has"),
        (
            "«The dam is safe for now». «The wall has cracks in it».",
            "The dam is safe for now. The wall has cracks in it",
        ),
        (
            "„The dam is safe for now.“ „The wall has cracks in it.“",
            "The dam is safe for now. The wall has cracks in it",
        ),
        ("“大坝目前是安全的。”“墙上有裂缝。”", "大坝目前是安全的。墙上有裂缝"),
        ("「ダムは安全です。」「壁にひびがあります。」", "ダムは安全です。壁にひびがあります"),
        ("“We saw it.” “And we did not,” said the others", "We saw it. And we did not"),
        ("“We saw it.” “We left.” “And we did not,” said the others", "We saw it. We left. And we did not"),
    ];
    for (article, part) in articles {
        let doubt = doubt(&[article], &[part]);
        assert_eq!(doubt.map(|(reason, _)| reason), Some(Reason::Quotations), "{article}");
    }
    fine(
        &["They read “Dune” “Solaris” and the tenants’ ‘plan’ of the ‘90s."],
        &["Dune” “Solaris” and the tenants’ ‘plan’ of"],
    );
    fine(&["“We read ‘Dune’ ‘Solaris’ and more,” she said."], &["We read ‘Dune’ ‘Solaris’ and more"]);
}

#[test]
fn a_question_and_its_answer_are_no_single_part() {
    let part = ["Is the dam safe and dry? Yes, it is and it will be"];
    doubted(&["Is the dam safe and dry?", "Yes, it is and it will be."], &part, Reason::Paragraphs, "");
    fine(&["Is the dam safe and dry? Yes, it is and it will be."], &part);
    fine(&["“Is the dam safe and dry?", "“Yes, it is and it will be,” she said."], &part);
}

#[test]
fn in_other_languages_words_within_a_sentence_are_not_left_out_unnoticed() {
    let articles: &[(&str, &[&str])] = &[
        ("“市长没有从基金里拿钱，我们知道。”", &["市长", "从基金里拿钱"]),
        ("市長は基金からお金を取っていない、と言った。", &["市長は基金からお金を", "と言った"]),
        ("시장은 기금에서 돈을 받지 않았고 우리는 안다.", &["시장은 기금에서 돈을", "우리는 안다"]),
        ("“महापौर ने पैसा नहीं लिया और हम जानते हैं।”", &["महापौर ने पैसा", "लिया और हम जानते हैं"]),
        ("ראש העיר לא לקח כסף מן הקרן.", &["ראש העיר", "לקח כסף מן הקרן"]),
        ("شهردار هرگز پول را از صندوق برنداشت.", &["شهردار", "پول را از صندوق برنداشت"]),
        (
            "De burgemeester heeft het geld niet uit de kas genomen.",
            &["De burgemeester heeft het geld", "uit de kas genomen"],
        ),
        ("Wali kota itu tidak mengambil uang dari dana.", &["Wali kota itu", "mengambil uang dari dana"]),
    ];
    for (article, parts) in articles {
        assert_eq!(doubt(&[article], parts).map(|(reason, _)| reason), Some(Reason::Language), "{article}");
    }
    fine(&["“Wij gaan,” zei hij, “en wij blijven.”"], &["Wij gaan", "en wij blijven"]);
    fine(&["De dam is veilig. Hij is oud. De muur is droog."], &["De dam is veilig", "De muur is droog"]);
    fine(&["“大坝目前是安全的，”李明说，“墙上很干。”"], &["大坝目前是安全的", "墙上很干"]);
    doubted(
        &["“大坝目前是安全的，”李明说，“墙上有裂缝。”王芳反驳。"],
        &["大坝目前是安全的", "墙上有裂缝"],
        Reason::Quotations,
        "，”李明说，“",
    );
}

#[test]
fn a_paragraph_of_the_article_and_a_quotation_after_it_are_not_one_persons_words() {
    let shame = "“It is a shame for us,” Brandt said.";
    let articles: &[(&str, &str)] = &[
        ("The mayor took all of the money.", "The mayor took all of the money"),
        ("The mayor took “all” of the money.", "of the money"),
        ("“We took the money,” Lee said in a room full of people.", "in a room full of people"),
        ("“We took the money.” Lee left.", "We took the money"),
    ];
    for (article, part) in articles {
        let doubt = doubt(&[article, shame], &[part, "It is a shame for us"]);
        assert_eq!(doubt.map(|(reason, _)| reason), Some(Reason::Paragraphs), "{article}");
    }
    fine(
        &["He said: “We took the money.", "", "“It is a shame for us.”"],
        &["We took the money", "It is a shame for us"],
    );
}

#[test]
fn words_that_belong_to_somebody_else_in_the_sentence_are_not_made_the_first_ones() {
    let articles: &[(&str, &[&str])] = &[
        ("The mayor of the town that took the money is ill.", &["The mayor", "took the money"]),
        ("The mayor of the town whose bank took the money is ill.", &["The mayor", "took the money"]),
        ("The mayor of the town he hates took the money.", &["The mayor", "took the money"]),
        ("The mayor of the town, where thieves took the money, is ill.", &["The mayor", "took the money"]),
        ("The mayor at the house of the thief we know took the money.", &["The mayor", "took the money"]),
        ("The mayor hates it and Brandt took the money.", &["The mayor", "took the money"]),
        ("The mayor loves the dam and Brandt the money.", &["The mayor loves", "the money"]),
        ("The mayor loves the dam, hates the wall and the money.", &["The mayor loves", "the money"]),
        ("We are against the plan and the people who took the money.", &["We are", "the people who took the money"]),
        (
            "We are in the dark and the people who took the money are here.",
            &["We are", "the people who took the money"],
        ),
        ("It is the dream of the mayor that the dam is safe for years.", &["It is", "that the dam is safe for years"]),
        ("It is a lie that the dam is safe for years.", &["It is", "that the dam is safe for years"]),
        ("It is an open question whether the dam is safe for years.", &["It is", "the dam is safe for years"]),
        ("The dam is anything but safe for us.", &["The dam is", "safe for us"]),
        ("The dam is all but safe for us.", &["The dam is", "safe for us"]),
        ("The dam is of the kind that used to be safe for us.", &["The dam is", "safe for us"]),
        ("The dam is too old to be safe for us.", &["The dam is", "safe for us"]),
        ("We want the plan of Lee to go and the dam to stay.", &["We want", "the dam to stay"]),
        ("Der Minister der Stadt, die das Geld nahm, ist krank.", &["Der Minister", "das Geld nahm"]),
        ("Das Wasser ist alles andere als sicher für uns.", &["Das Wasser ist", "sicher für uns"]),
        (
            "Der Minister hat laut Lee gelogen und Brandt hat das Geld genommen.",
            &["Der Minister hat", "das Geld genommen"],
        ),
        ("Der Minister lügt laut Lee und Brandt nimmt das Geld.", &["Der Minister lügt", "nimmt das Geld"]),
        ("Le maire de la ville qui a pris les sous est malade.", &["Le maire", "a pris les sous"]),
        ("El alcalde de la ciudad que tomó los fondos es una bestia.", &["El alcalde", "tomó los fondos"]),
    ];
    for (article, parts) in articles {
        assert_eq!(doubt(&[article], parts).map(|(reason, _)| reason), Some(Reason::Clause), "{article}");
    }
    for (article, parts) in [
        ("The mayor almost took the money and it is bad.", ["The mayor", "took the money"]),
        ("That is how few said it would go.", ["how", "it would go"]),
    ] {
        assert_eq!(doubt(&[article], &parts).map(|(reason, _)| reason), Some(Reason::Negation), "{article}");
    }
}

#[test]
fn what_somebody_says_may_lack_that_they_say_it() {
    let articles: &[(&str, &[&str])] = &[
        ("That is what the mayor said was a gift.", &["what", "was a gift"]),
        ("It is what she said was a gift of the town.", &["what", "was a gift"]),
        ("It is what Ada Low said was a gift of the town.", &["what", "was a gift"]),
        ("It is how experts say it would go in the town.", &["how", "it would go"]),
    ];
    for (article, parts) in articles {
        fine(&[article], parts);
    }
    let articles: &[(&str, &[&str])] = &[
        ("They asked what she might have said was a gift.", &["what", "was a gift"]),
        ("What the mayor should have said was that it is bad.", &["What", "was that it is bad"]),
        ("That is what Lee, Brandt said, was a gift.", &["what Lee", "was a gift"]),
        ("He knows who she said took the money.", &["He knows who", "took the money"]),
        ("He wants to know who Lee said took the money.", &["who", "took the money"]),
        ("The man who perhaps said Brandt took the money is here.", &["who", "Brandt took the money"]),
        ("The man denied that Lee said he took the money.", &["that", "he took the money"]),
        ("The mayor knows what Lee said was a gift.", &["The mayor", "was a gift"]),
    ];
    for (article, parts) in articles {
        assert!(doubt(&[article], parts).is_some(), "{article}");
    }
}

#[test]
fn an_answer_is_not_made_a_part_of_the_question() {
    let parts = ["Is the dam safe for now", "It has cracks in it"];
    for article in [
        "“Is the dam safe for now?” Brandt asked Lee. “It has cracks in it.”",
        "“Is the dam safe for now?” he was asked. “It has cracks in it.”",
        "“Is the dam safe for now?” the mayor was asked. “It has cracks in it.”",
        "„Is the dam safe for now?“, fragte Brandt die Stadt. „It has cracks in it.“",
    ] {
        assert_eq!(doubt(&[article], &parts).map(|(reason, _)| reason), Some(Reason::Quotations), "{article}");
    }
    for article in [
        "“Is the dam safe for now?” she asked. “It has cracks in it.”",
        "“Is the dam safe for now?” asked Ada Low, the mayor of the town. “It has cracks in it.”",
        "„Is the dam safe for now?“, fragte sie. „It has cracks in it.“",
    ] {
        fine(&[article], &parts);
    }
}

#[test]
fn somebody_who_is_quoted_without_a_verb_is_a_second_speaker() {
    for (article, parts) in [
        (
            "Lee, “The dam is safe for now,” Brandt, “It has cracks in it.”",
            ["The dam is safe for now", "It has cracks in it"],
        ),
        (
            "“The dam is safe for now,” Lee said, quoting Brandt, “and it has cracks in it.”",
            ["The dam is safe for now", "and it has cracks in it"],
        ),
        ("“The dam is safe,” reads one letter. “It has cracks,” reads another.", ["The dam is safe", "It has cracks"]),
        ("“The dam is safe” – Lee. “It has cracks in it” – Brandt.", ["The dam is safe", "It has cracks in it"]),
        ("“The dam is safe” (Lee). “It has cracks in it” (Brandt).", ["The dam is safe", "It has cracks in it"]),
    ] {
        assert_eq!(doubt(&[article], &parts).map(|(reason, _)| reason), Some(Reason::Quotations), "{article}");
    }
    for article in [
        "“The dam is safe,” the letter reads. “It has cracks.”",
        "“The dam is safe,” Leonard E. Lee of the town said. “It has cracks.”",
        "“The dam is safe,” Lee warned in Everett, Wash., recently. “It has cracks.”",
    ] {
        fine(&[article], &["The dam is safe", "It has cracks"]);
    }
}
