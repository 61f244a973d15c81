//! Finds cues: a verb of saying with its subject, or “according to” with its source, and the words that they attribute.

use std::ops::Range;

use crate::content::{self, Content};
use crate::language::Order;
use crate::lexicon::*;
use crate::subject;
use crate::unreal::{self, Reality};
use crate::words::{Sign, Words};

/// A cue with the speaker and what is said, as far as its sentence contains them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Statement {
    pub(crate) cue: Range<usize>,
    /// `None` means the speaker of the statement before: “…,” she said, adding that …
    pub(crate) speaker: Option<Range<usize>>,
    /// The quotations that contain what is said, as tokens.
    pub(crate) quotations: Vec<usize>,
    /// The article's own words for what is said. They may contain quotations.
    pub(crate) clause: Vec<Range<usize>>,
    /// Whether the quotation follows in the next paragraph: “He said this:”
    pub(crate) leads_on: bool,
    /// Whether the statement only mentions somebody else's: “Roe commented on statements by the minister that …”
    pub(crate) is_aside: bool,
    /// If the quotation is a fragment within the sentence, everything from the verb on: “the plan “a gift””.
    pub(crate) fragment: Option<Range<usize>>,
    /// The cue of the statement that this one stands in: “Low said that Ak said …”
    pub(crate) outer: Option<Range<usize>>,
    /// Whether all of it belongs to the words of that statement, so that the article's own statement is only that one.
    pub(crate) is_retold: bool,
    /// Whether it was said at all: “might say”.
    pub(crate) reality: Reality,
    /// Whether “as” is before its subject: “…, as the minister had warned”.
    is_as: bool,
}

impl Statement {
    /// Whether nobody said it, or perhaps nobody. Words that somebody “will say” may be there in quotation marks.
    pub(crate) fn is_unreal(&self) -> bool {
        match self.reality {
            Reality::Said => false,
            Reality::Future => self.quotations.is_empty() && !self.leads_on,
            Reality::Unreal => true,
        }
    }

    /// Without clauses that have no words, as behind the last comma of “as Ada Low said,”; `None` if nothing is left that is said.
    fn with_content(mut self) -> Option<Self> {
        self.clause.retain(|clause| !clause.is_empty());
        let is_empty = self.quotations.is_empty() && self.clause.is_empty() && !self.leads_on;
        (!is_empty).then_some(self)
    }
}

/// The most statements of one sentence. Each may go on to the end of the sentence, so that more of them would have many times the text of the
/// article.
const MOST_STATEMENTS: usize = 12;

/// Finds the statements of a sentence, in the order of their cues.
pub(crate) fn statements(words: &Words, sentence: &Range<usize>) -> Vec<Statement> {
    let mut statements: Vec<Statement> = Vec::new();
    for at in sentence.clone().filter(|at| words.is_word(*at)) {
        if statements.len() == MOST_STATEMENTS {
            break;
        }
        // Words within a reported clause are not the article's own, so cues there do not count.
        let statement = if words.has(at, ACCORDING.and(ACCORDING_AFTER)) {
            according(words, sentence, at)
        } else if words.has(at, SO) && words.language.order == Order::VerbSecond {
            so(words, sentence, at)
        } else if words.has(at, VERBS) {
            told(words, sentence, at, !statements.is_empty())
        } else if words.has(at, STATEMENT) {
            noun(words, sentence, at)
        } else {
            None
        };
        if let Some(statement) = statement.and_then(Statement::with_content) {
            add(words, &mut statements, statement);
        }
    }
    statements
}

/// The most words of a clause before a verb of saying that are searched.
const LONGEST_CLAUSE: usize = 12;

/// The words by which a statement comes from somebody else than its speaker: “quoted as saying”, “According to the minutes, the mayor said”, “Low
/// said that Ak said”.
pub(crate) fn hearsay(words: &Words, sentence: &Range<usize>, statement: &Statement) -> Option<Range<usize>> {
    let verb = statement.cue.clone();
    if let Some(outer) = &statement.outer {
        return Some(outer.start..verb.end);
    }
    if !words.has(verb.start, VERBS) {
        return None;
    }
    let limit = sentence.start.max(verb.start.saturating_sub(LONGEST_CLAUSE));
    let clause = (limit..verb.start).rev().take_while(|at| words.is_phrase(*at)).last().unwrap_or(verb.start);
    let own = (clause..verb.start).find(|at| words.has(*at, HEARSAY)).map(|start| start..verb.end);
    // Reported words with a source are the source's.
    let is_source = |at: &usize| words.has(*at, ACCORDING) && !statement.quotations.is_empty();
    let first = Some(sentence.start).filter(is_source).filter(|at| *at < verb.start).map(|start| start..verb.end);
    let last = || (verb.end..sentence.end).find(is_source).map(|source| verb.start..source + 1);
    own.or(first).or_else(last)
}

/// Adds a statement, and removes from the others what the new one attributes better.
fn add(words: &Words, statements: &mut Vec<Statement>, mut statement: Statement) {
    let begin =
        statement.speaker.as_ref().map_or(statement.cue.start, |speaker| speaker.start.min(statement.cue.start));
    // “commented on statements by the minister that …”: here the minister said it. “…, as the minister had warned, Roe said”: who else said it is
    // told by Roe, or by nobody.
    let mut is_repeated = false;
    statements.retain(|other| {
        let covers = statement.clause.iter().any(|own| own.contains(&other.cue.start));
        is_repeated |= covers && statement.is_as;
        (!statement.is_aside || other.clause.is_empty() || other.clause != statement.clause) && !(covers && other.is_as)
    });
    let Some(last) = statements.iter_mut().rfind(|other| !other.is_retold) else { return statements.push(statement) };
    // “…,” he said, and “…”: a quotation belongs to the nearest cue before it.
    if statement.cue.start > last.cue.start {
        let behind_cue = last.cue.end;
        let is_own = |at: usize| words.sign(at - 1) == Sign::Colon || at <= behind_cue + 1;
        last.quotations.retain(|at| {
            let is_between = *at > behind_cue - 1 && *at < begin;
            !statement.quotations.contains(at) || is_between && (is_own(*at) || !follows(words, *at, begin))
        });
        let taken = last.quotations.clone();
        statement.quotations.retain(|at| !taken.contains(at));
        // „Roe bestätigte den Plan nicht und nannte ihn „…““
        if taken.is_empty() && last.clause.is_empty() && statement.speaker.is_none() {
            statement.speaker = last.speaker.clone();
        }
    }
    if let Some(clause) = last.clause.last_mut()
        && clause.contains(&statement.cue.start)
    {
        // A clause within the clause. Only a coordinate clause ends it.
        let is_coordinate =
            begin > clause.start + 1 && (words.sign(begin - 1) == Sign::Comma || words.has(begin - 1, AND.and(BREAK)));
        if !is_coordinate {
            statement.outer = Some(last.cue.clone());
            statement.is_retold = begin == clause.start;
            if begin >= clause.start && statement.speaker.is_some() {
                statements.push(statement);
            }
            return;
        }
        clause.end = content::trim_end(words, clause.start..begin - usize::from(statement.is_as)).end;
    }
    if is_repeated || statement.quotations.is_empty() && statement.clause.is_empty() && !statement.leads_on {
        return;
    }
    statements.push(statement);
}

/// Whether the quotation is directly before this token.
fn follows(words: &Words, quotation: usize, at: usize) -> bool {
    quotation + 1 == at || quotation + 2 == at && words.sign(quotation + 1) == Sign::Comma
}

/// Reads a verb of saying, and finds out whether anything was said, and where the reported words end.
fn told(words: &Words, sentence: &Range<usize>, at: usize, has_statement: bool) -> Option<Statement> {
    let mut statement = verb(words, sentence, at, has_statement)?;
    let Some(speaker) = statement.speaker.clone() else { return Some(statement) };
    let begin = speaker.start.min(at);
    statement.is_as = is_behind_as(words, begin);
    statement.reality = unreal::reality(words, sentence, begin, at);
    Some(statement)
}

fn verb(words: &Words, sentence: &Range<usize>, at: usize, has_statement: bool) -> Option<Statement> {
    let classes = words.tokens[at].classes;
    let is_passive = || is_passive(words, sentence, at) || is_passive_participle(words, sentence, at);
    if is_title(words, sentence, at) || is_noun(words, sentence, at) || is_passive() {
        return None;
    }
    if classes.has(SPLIT) && !classes.has(SAY.and(CLAIM).and(CALL)) && !has_other_part(words, sentence, at) {
        return None;
    }
    let mut statement = Statement { cue: at..at + 1, ..Statement::default() };
    let mut from = at + 1;
    let begin;
    if words.language.order == Order::VerbLast {
        return last(words, sentence, at);
    }
    let auxiliary = auxiliary(words, sentence, at);
    let left = match auxiliary {
        Some(other) => subject::before(words, sentence, other).or_else(|| subject::after(words, sentence, other)),
        None => subject::before(words, sentence, at),
    };
    let may_turn = auxiliary.is_none() && !classes.has(HE.and(SHE)) && may_turn(words, sentence, at, left.as_ref());
    let right = if may_turn { subject::after(words, sentence, at) } else { None };
    let is_turned = right.as_ref().is_some_and(|right| is_turned(words, sentence, at, left.as_ref(), right));
    if is_turned {
        begin = at;
        from = right.as_ref().map_or(from, |right| right.end);
        statement.speaker = right;
    } else if classes.has(PARTICIPLE) && (left.is_none() || !words.has(at - 1, BETWEEN)) {
        begin = at;
        statement.speaker = if has_statement { None } else { Some(subject_of(words, sentence, at)?) };
    } else if classes.has(IMPERSONAL) {
        begin = at;
    } else if classes.has(HE.and(SHE)) {
        // « dit-il »
        begin = at;
        statement.speaker = Some(at..at + 1);
    } else if let Some(left) = left {
        begin = left.start;
        // „Die Zeitung zitiert einen Nachbarn mit den Worten“
        let is_quoting = classes.has(HEARSAY) && words.language.order == Order::VerbSecond;
        let quoted = if is_quoting { subject::from(words, sentence, at + 1) } else { None };
        statement.speaker = quoted.or(Some(left));
    } else {
        // “Roe declined to comment, but warned that …”
        let conjunction = conjunction(words, sentence, at)?;
        statement.speaker = if has_statement { None } else { Some(subject_of(words, sentence, conjunction)?) };
        // The words before it are about something else.
        begin = sentence.start;
    }
    attach(words, sentence, &mut statement, begin, from, classes)?;
    // „in denen es heißt, dass“, but not „heißt „Grüne Welle““.
    let is_that = || statement.clause.first().is_some_and(|clause| words.has(clause.start - 1, THAT));
    (!classes.has(IMPERSONAL) || classes.has(SAY) || is_that()).then_some(statement)
}

/// “READ MORE”, and a magazine called Port Report.
fn is_title(words: &Words, sentence: &Range<usize>, at: usize) -> bool {
    let is_shouted = words.is_capital(at) && !words.text(at).contains(is_small);
    let is_name = words.is_capital(at) && at > sentence.start && !words.language.has_capital_nouns;
    is_shouted || is_name
}

/// Verbs at the end: Roe, “…” dedi. Roe, … söyledi. “…” diyen Roe, …
fn last(words: &Words, sentence: &Range<usize>, verb: usize) -> Option<Statement> {
    let mut end = verb;
    while end > sentence.start && words.has(end - 1, SO.and(BETWEEN)) {
        end -= 1;
    }
    let mut statement = Statement { cue: verb..verb + 1, ..Statement::default() };
    let quotation = end.checked_sub(1).filter(|at| *at >= sentence.start && words.quotation(*at).is_some());
    if words.has(verb, PARTICIPLE) {
        statement.speaker = Some(subject::from(words, sentence, verb + 1)?);
        statement.quotations = vec![quotation?];
        return Some(statement);
    }
    // Words said earlier in this sentence have their own cue.
    let start = (sentence.start..verb).rev().find(|at| words.has(*at, VERBS)).map_or(sentence.start, |at| at + 1);
    let is_end = |at: &usize| words.sign(*at) == Sign::Comma || words.text(*at) == "ise" || Some(*at) == quotation;
    let head = start..(start..end).find(is_end)?;
    if !head.is_empty() {
        statement.speaker = Some(head.clone());
    }
    match quotation {
        Some(quotation) => statement.quotations = vec![quotation],
        None => statement.clause = vec![content::trim(words, head.end + 1..end)],
    }
    let is_empty = statement.clause.iter().any(|clause| clause.is_empty()) || quotation.is_none() && head.is_empty();
    (!is_empty).then_some(statement)
}

/// Whether the second part of the verb ends the clause: „teilte … mit“.
fn has_other_part(words: &Words, sentence: &Range<usize>, verb: usize) -> bool {
    let is_part = |at: &usize| {
        let is_end = *at + 1 >= sentence.end || !words.is_word(at + 1);
        is_end && words.has(*at, OTHER_PART) && words.language.lexicon.is_pair(words.text(verb), words.text(*at))
    };
    (verb + 1..sentence.end.min(verb + 30)).any(|at| is_part(&at))
}

/// Finds the auxiliary, next to which the subject is: „Roe hat gestern erklärt“.
fn auxiliary(words: &Words, sentence: &Range<usize>, verb: usize) -> Option<usize> {
    if words.language.order != Order::VerbSecond {
        return None;
    }
    let is_sign = |at: &usize| !words.is_phrase(*at);
    let start = (sentence.start..verb).rev().find(is_sign).map_or(sentence.start, |at| at + 1);
    (start..verb).rev().find(|at| words.has(*at, AUXILIARY))
}

/// Adds to a statement what its verb attributes: words after it, before it, or both.
fn attach(
    words: &Words,
    sentence: &Range<usize>,
    statement: &mut Statement,
    begin: usize,
    from: usize,
    classes: Classes,
) -> Option<()> {
    let is_relative = words.has(statement.cue.start.max(1) - 1, WHO.without(THAT));
    let before = match words.language.order {
        Order::SubjectFirst if is_relative => Content::None,
        _ => content::before(words, sentence, subject::with_role(words, sentence, begin)),
    };
    let is_as = is_behind_as(words, begin);
    let is_telling = classes.has(TELL) && !classes.has(CLAIM);
    let is_turned = statement.speaker.as_ref().is_none_or(|speaker| speaker.start > statement.cue.start);
    let may_follow = classes.has(SAY.and(SPLIT)) || is_telling || is_as;
    match (before, content::after(words, sentence, from, classes)) {
        (Content::Quotations(mut all), Content::Quotations(after)) => {
            all.extend(after);
            statement.quotations = all;
        }
        (Content::Quotations(all), _) => statement.quotations = all,
        _ if is_as && begin == sentence.start + 1 => {
            let comma = (from..sentence.end).find(|at| words.sign(*at) == Sign::Comma)?;
            statement.clause = vec![content::trim(words, comma + 1..sentence.end)];
        }
        (Content::Clause(clause), _) if may_follow && goes_on(words, sentence, &clause, from, is_turned) => {
            let rest = content::trim(words, from..sentence.end);
            statement.clause = vec![clause, rest];
        }
        (_, Content::Quotations(all)) => statement.quotations = all,
        (_, Content::Clause(clause)) => statement.clause = vec![clause],
        (_, Content::LeadsOn) => statement.leads_on = true,
        (Content::Clause(clause), _) if may_follow && clause.len() > 1 => statement.clause = vec![clause],
        (_, Content::Fragment(fragment)) => {
            statement.quotations = vec![fragment.end - 1];
            statement.fragment = Some(fragment);
        }
        _ => return None,
    }
    Some(())
}

/// Whether a clause continues after its cue: “Wages, she added, were no longer the main concern.”
fn goes_on(words: &Words, sentence: &Range<usize>, clause: &Range<usize>, from: usize, is_turned: bool) -> bool {
    let is_simple = !clause.clone().any(|at| words.sign(at) == Sign::Comma);
    let next = from + 1;
    let begins_other = WHO.and(PARTICIPLE).and(BREAK).and(AND).and(BUT).and(AS).and(ACCORDING).and(THAT);
    // After “said Jane Roe,” the sentence tells what she is.
    let has_role = || (next..sentence.end.min(next + 4)).any(|at| words.has(at, ROLE));
    let is_apposition = is_turned && (words.has(next, DETERMINER) || words.is_capital(next) || has_role());
    // “…, Roe added, and none would be moved”
    let is_joined =
        !is_turned && words.has(next, AND) && (next..sentence.end).any(|at| words.has(at, BETWEEN.and(PRONOUN)));
    let is_other =
        words.has(next, begins_other) && !words.has(next, DETERMINER) && !is_joined || words.quotation(next).is_some();
    is_simple && words.sign(from) == Sign::Comma && next + 1 < sentence.end && !is_other && !is_apposition
}

/// Whether “as” is before it: “…, as the minister put it”
fn is_behind_as(words: &Words, begin: usize) -> bool {
    begin > 0 && words.has(begin - 1, AS)
}

/// Whether the word is no finite verb: “the claims”, “to say”
fn is_noun(words: &Words, sentence: &Range<usize>, at: usize) -> bool {
    if at == sentence.start {
        return words.has(at, STATEMENT);
    }
    let before = at - 1;
    if words.sign(before) == Sign::Genitive {
        return true;
    }
    // In German and the Romance languages, articles are also pronouns, which come before verbs.
    if words.language.has_capital_nouns {
        return words.is_capital(at) && !words.has(at, TELL) || words.has(before, TO);
    }
    // “in a court report”, “on a conference call”: no single person “call”
    let is_single = words.is_word(before) && !words.is_capital(before) && !words.text(before).ends_with('s');
    let is_base = words.has(at, STATEMENT) && !words.text(at).ends_with('s') || words.text(at) == "call";
    if is_base && is_single && before > sentence.start && words.has(before - 1, DETERMINER.and(POSSESSIVE)) {
        return !words.has(before, GROUP);
    }
    // “restricted comments”, but “Roe comments”
    let is_object = words.has(at, STATEMENT)
        && words.is_word(before)
        && !words.is_capital(before)
        && !words.has(before, SOMEBODY.and(PRONOUN).and(BETWEEN).and(AND).and(BUT).and(WHO));
    if is_object {
        return true;
    }
    // “…,” another said
    let is_alone = || before == sentence.start || !words.is_phrase(before - 1) || words.has(before - 1, AND.and(BUT));
    let is_somebody = !words.has(at, STATEMENT) && !words.has(before, DEFINITE.and(POSSESSIVE)) && is_alone();
    let is_determined = words.has(before, DETERMINER.and(POSSESSIVE))
        && !words.has(before, PRONOUN.and(GROUP).and(WHO))
        && !is_somebody;
    is_determined
        || words.has(before, TO) && !words.has(at, PARTICIPLE)
        || words.has(before, PREPOSITION) && !words.has(at, PARTICIPLE)
}

/// Whether the verb is passive, so that its subject does not speak: “was told”
fn is_passive(words: &Words, sentence: &Range<usize>, verb: usize) -> bool {
    if words.has(verb, PARTICIPLE) {
        return false;
    }
    let between = (sentence.start..verb).rev().take_while(|at| words.has(*at, BETWEEN));
    between.into_iter().any(|at| words.has(at, PASSIVE) && !words.has(at, AUXILIARY))
}

/// Whether the verb is the participle of a German passive, whose subject does not speak: „wurde … gefordert“, „gefordert wird“. Who is quoted speaks.
fn is_passive_participle(words: &Words, sentence: &Range<usize>, verb: usize) -> bool {
    let is_followed = words.has(verb + 1, PASSIVE);
    let is_last = is_followed || !words.is_word(verb + 1);
    if words.language.order != Order::VerbSecond || !is_last || words.has(verb, HEARSAY) {
        return false;
    }
    let mut all = if is_followed { PASSIVE } else { Classes::NONE };
    for at in (sentence.start..verb).rev().take_while(|at| words.is_phrase(*at) && !words.has(*at, AND.and(BUT))) {
        all = all.and(words.tokens[at].classes);
    }
    all.has(PASSIVE) && !all.has(AUXILIARY)
}

/// Whether the subject may follow this verb.
fn may_turn(words: &Words, sentence: &Range<usize>, verb: usize, left: Option<&Range<usize>>) -> bool {
    match words.language.order {
        Order::VerbSecond => true,
        _ if words.has(verb, PARTICIPLE) => false,
        _ => left.is_none() || has_comma(words, sentence, verb),
    }
}

/// Whether a comma or a quotation is directly before this token.
fn has_comma(words: &Words, sentence: &Range<usize>, at: usize) -> bool {
    at > sentence.start && !words.is_word(at - 1) && words.sign(at - 1) != Sign::Number
}

/// Whether the subject follows the verb: “…”, said Jane Roe; rather than: Jane Roe, a teacher, said the plan …
fn is_turned(
    words: &Words,
    sentence: &Range<usize>,
    verb: usize,
    left: Option<&Range<usize>>,
    right: &Range<usize>,
) -> bool {
    if words.language.order == Order::VerbSecond {
        return turned_second(words, sentence, verb, left, right);
    }
    let is_closed = right.end >= sentence.end
        || !words.is_word(right.end)
        || words.has(right.end, PREPOSITION.and(WHO).and(TIME).and(BREAK).and(PARTICIPLE).and(AND));
    let mut first = verb;
    while first > sentence.start && words.has(first - 1, BETWEEN) {
        first -= 1;
    }
    let is_beside = first == sentence.start || has_comma(words, sentence, first);
    let is_plain = |left: &Range<usize>| {
        let last = left.end - 1;
        // “… alter the campaign, noted Jane Roe.”
        let is_object =
            left.start > sentence.start && words.has(left.start, DETERMINER) && words.is_capital(right.start);
        let is_nobody = !words.is_capital(last) && !words.has(last, SOMEBODY.and(PRONOUN));
        (is_nobody || is_object) && words.sign(left.end) == Sign::Comma
    };
    let is_listener = words.has(right.start, SPEAKER_SELF);
    is_beside && is_closed && !is_listener && left.is_none_or(is_plain)
}

/// The same in German: „…, sagte Roe“; rather than: „Roe, die Leiterin, sagte …“
fn turned_second(
    words: &Words,
    sentence: &Range<usize>,
    verb: usize,
    left: Option<&Range<usize>>,
    right: &Range<usize>,
) -> bool {
    if verb > sentence.start && words.has(verb - 1, AND.and(BUT)) {
        return false;
    }
    let Some(left) = left else { return true };
    // „Diesen Plan nannte er …“
    if words.has(right.start, HE) {
        return true;
    }
    let is_person = |tokens: &Range<usize>| {
        tokens.clone().any(|at| words.has(at, GIVEN_NAME.and(ROLE).and(GROUP).and(ORGANIZATION).and(PRONOUN)))
    };
    if !has_comma(words, sentence, verb) {
        // „Der Zeitung sagte Jane Roe: …“
        return right.clone().any(|at| words.has(at, GIVEN_NAME))
            && !words.has(left.start, PRONOUN)
            && !left.clone().any(|at| words.has(at, GIVEN_NAME.and(ROLE)));
    }
    let has_role = subject::with_role(words, sentence, left.start) < left.start;
    let is_apposition = has_role || left.end + 1 < verb && words.sign(left.end) == Sign::Comma;
    left.end < verb && (!is_apposition || is_person(right) && !is_person(left))
}

/// Finds the conjunction that joins this verb to another verb with the same subject.
fn conjunction(words: &Words, sentence: &Range<usize>, verb: usize) -> Option<usize> {
    let mut at = verb;
    while at > sentence.start && words.has(at - 1, BETWEEN) {
        at -= 1;
    }
    let before = at.checked_sub(1).filter(|at| *at > sentence.start)?;
    (words.is_word(before) && words.has(before, AND.and(BUT))).then_some(before)
}

/// The largest number of phrases before the subject of a sentence.
const MOST_PHRASES: usize = 3;

/// Finds the subject of the sentence for a participle.
fn subject_of(words: &Words, sentence: &Range<usize>, at: usize) -> Option<Range<usize>> {
    let mut start = sentence.start;
    for _ in 0..MOST_PHRASES {
        while start < at && (words.has(start, BREAK.and(AND).and(TIME)) || words.sign(start) == Sign::Comma) {
            start += 1;
        }
        // “During the debate, Roe …”
        if !words.has(start, PREPOSITION.and(PARTICIPLE)) || words.has(start, DETERMINER) {
            break;
        }
        start = (start..at).find(|at| words.sign(*at) == Sign::Comma)? + 1;
    }
    let subject = subject::from(words, &(sentence.start..at), start)?;
    // “The ministry cut its forecast and said”: the word before another article is the verb.
    let begins_object = |at: &usize| {
        words.has(*at, DETERMINER.and(POSSESSIVE)) && !words.has(at - 1, PREPOSITION.and(OF).and(DETERMINER).and(AND))
    };
    let object = (subject.start + 2..=subject.end.min(at - 1)).find(begins_object);
    Some(subject.start..object.map_or(subject.end, |object| object - 1))
}

/// Reads a source and what it says: “According to the ministry”
fn according(words: &Words, sentence: &Range<usize>, at: usize) -> Option<Statement> {
    let cue = at..at + 1;
    let (begin, source) = if words.has(at, ACCORDING_AFTER) {
        subject::source(words, sentence, at)?
    } else {
        let mut from = at + 1;
        while words.has(from, DETERMINER.and(OF)) && words.language.has_capital_nouns && words.has(from + 1, DETERMINER)
        {
            from += 1;
        }
        // „nach den Worten von Jane Roe“
        from += usize::from(words.has(from, PREPOSITION) && !words.has(from, DETERMINER));
        let own = subject::from(words, sentence, from).or_else(|| source(words, sentence, from))?;
        (at, if at == sentence.start { up_to_comma(words, sentence, own) } else { own })
    };
    let is_person = words.is_capital(source.end - 1);
    let mut end = source.end.max(at + 1);
    if is_person && end > source.start {
        end = behind_description(words, sentence, end);
    }
    let head = content::trim(words, content::clause_start(words, sentence)..begin);
    let tail = content::trim(words, end..sentence.end);
    let mut statement = Statement { cue, speaker: Some(source), ..Statement::default() };
    // “The plant leaks, according to a report released on Monday.”
    let is_behind_comma = begin > sentence.start && words.sign(begin - 1) == Sign::Comma;
    let is_closed = is_behind_comma || matches!(words.sign(end), Sign::Comma | Sign::Stop) || end >= sentence.end;
    if head.is_empty() {
        let tail = if words.sign(end) == Sign::Comma { tail } else { content::trim(words, end..sentence.end) };
        statement.clause.push(tail);
    } else if is_closed {
        statement.clause.push(head);
    } else {
        statement.clause.extend([head, tail]);
    }
    statement.clause.retain(|clause| !clause.is_empty());
    if let [clause] = &statement.clause[..]
        && clause.len() == 1
        && words.quotation(clause.start).is_some()
    {
        statement.quotations = vec![clause.start];
        statement.clause.clear();
    }
    (!statement.clause.is_empty() || !statement.quotations.is_empty()).then_some(statement)
}

/// The most parts of a sentence that describe a source: “Jane Roe, 54, a teacher,”.
const MOST_DESCRIPTIONS: usize = 3;

/// Where the commas end between which a source is described: “According to Jane Roe, a teacher, …”. What follows is what she said.
fn behind_description(words: &Words, sentence: &Range<usize>, mut end: usize) -> usize {
    for _ in 0..MOST_DESCRIPTIONS {
        let is_comma = |at: &usize| words.sign(*at) == Sign::Comma;
        let limit = sentence.end.min(end + NEAR);
        let Some(next) = (end + 1..limit).find(|at| !words.is_phrase(*at)).filter(is_comma) else { break };
        let part = end + 1..next;
        if !is_comma(&end) || !describes(words, &part, next + 1..sentence.end) {
            break;
        }
        end = next;
    }
    end
}

/// Whether a part of a sentence describes the person before it, rather than being the first words of what that person said, or of a list.
fn describes(words: &Words, part: &Range<usize>, rest: Range<usize>) -> bool {
    let first = part.start;
    let is_age = part.len() == 1 && words.sign(first) == Sign::Number;
    let is_relative = words.has(first, WHO) && !words.has(first, DETERMINER.and(THAT));
    let mut role = part.clone().filter(|at| words.has(*at, ROLE));
    let has_verb =
        part.clone().any(|at| words.has(at, BETWEEN.and(PRONOUN)) && !words.has(at, DETERMINER.and(PREPOSITION)));
    // “the mayor, the council and the police knew”
    let is_list = rest.clone().take(MOST_OF_ITEM).any(|at| words.has(at, AND)) && words.has(first, DEFINITE);
    let is_role = role.next().is_some() && !has_verb && !is_list;
    !part.is_empty() && rest.len() > 1 && !words.has(rest.start, AND) && (is_age || is_relative || is_role)
}

/// The most tokens of an item of a list.
const MOST_OF_ITEM: usize = 5;

/// “According to a report published last week, visits …”: extends the source up to the comma.
fn up_to_comma(words: &Words, sentence: &Range<usize>, source: Range<usize>) -> Range<usize> {
    let is_end = |at: &usize| !words.is_phrase(*at) || words.has(*at, BETWEEN.without(PREPOSITION));
    let limit = sentence.end.min(source.end + NEAR);
    let end = (source.end..limit).find(is_end).unwrap_or(limit);
    let is_comma = words.language.order == Order::SubjectFirst && words.sign(end) == Sign::Comma;
    if is_comma { source.start..end } else { source }
}

/// “according to federal statistics”: here any words can be the source.
fn source(words: &Words, sentence: &Range<usize>, from: usize) -> Option<Range<usize>> {
    // „laut“ can also mean “loud”.
    if words.language.has_capital_nouns {
        return None;
    }
    let is_end = |at: &usize| !words.is_phrase(*at) || words.has(*at, BREAK.and(BETWEEN).and(THAT));
    let limit = sentence.end.min(from + NEAR);
    let end = (from..limit).find(is_end).unwrap_or(limit);
    (end > from).then_some(from..end)
}

/// Reads a German statement with „so“: „…“, so Jane Roe.
fn so(words: &Words, sentence: &Range<usize>, at: usize) -> Option<Statement> {
    if at == sentence.start || words.is_word(at - 1) {
        return None;
    }
    let speaker = subject::from(words, sentence, at + 1)?;
    let is_closed = speaker.end >= sentence.end
        || !words.is_word(speaker.end)
        || words.has(speaker.end, PREPOSITION.and(BETWEEN).and(TIME));
    if !is_closed {
        return None;
    }
    let mut statement = Statement { cue: at..at + 1, speaker: Some(speaker), ..Statement::default() };
    let end = statement.speaker.as_ref().map_or(at + 1, |speaker| speaker.end);
    attach(words, sentence, &mut statement, at, end, SAY)?;
    Some(statement)
}

/// The largest number of tokens between such a noun and the words that belong to it.
const NEAR: usize = 14;

/// Reads a noun of saying: “statements by the minister that …”, “the same statement was made by the minister”
fn noun(words: &Words, sentence: &Range<usize>, at: usize) -> Option<Statement> {
    let near = at + 1..sentence.end.min(at + NEAR);
    let by = near.clone().find(|other| words.has(*other, BY))?;
    let speaker = subject::from(words, sentence, by + 1)?;
    let mut statement =
        Statement { cue: at..at + 1, speaker: Some(speaker.clone()), is_aside: true, ..Statement::default() };
    if near.clone().any(|other| words.has(other, MADE) && other < by) {
        statement.cue = at..by + 1;
        statement.is_aside = false;
        statement.clause = vec![sentence.clone()];
        return Some(statement);
    }
    let is_beside = by == at + 1;
    let that = (speaker.end..sentence.end.min(speaker.end + NEAR)).find(|other| words.has(*other, THAT))?;
    statement.clause = vec![content::trim(words, that + 1..sentence.end)];
    is_beside.then_some(statement)
}
