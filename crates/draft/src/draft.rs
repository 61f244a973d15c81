//! Statements and quotations ▶ attributions, in the order of the article.

mod uncued;

use std::ops::Range;

use crate::attribution::{Attribution, Kind, Span, Sureness};
use crate::content;
use crate::cues::{self, Statement};
use crate::dialogue;
use crate::interview::{self, Line};
use crate::language::Order;
use crate::lexicon::*;
use crate::names::{Mention, NamedKind, Names};
use crate::sentences::sentences;
use crate::speech;
use crate::subject;
use crate::unlisted;
use crate::unreal::Reality;
use crate::voice::{Recent, Voice};
use crate::words::{Sign, Words};

/// Collects attributions while going through an article from beginning to end.
pub(crate) struct Draft<'a> {
    words: &'a Words<'a>,
    names: &'a Names<'a>,
    recent: Recent<'a>,
    attributions: Vec<Attribution>,
    /// What speakers have from somebody else: “Low said that Ak said …”. It is a part of what these speakers say.
    retold: Vec<Attribution>,
    /// For each quotation, the attribution that contains it.
    owners: Vec<Option<usize>>,
    /// The last speaker, and the paragraph of that speech.
    last: Option<(Voice, usize)>,
    /// The person that the article was about last, and the paragraph.
    about: Option<(Voice, usize)>,
    lines: Vec<Option<Line>>,
    /// The paragraph of the last sentence in which somebody speaks, and the end of that sentence.
    reported: Option<(usize, usize)>,
    /// The speaker of what follows: “He said this:”
    expected: Option<(Voice, Sureness, Range<usize>)>,
}

/// A fragment with so few words around it cannot be understood alone: “called rents “sticky””.
const FEWEST_TOKENS: usize = 4;

impl<'a> Draft<'a> {
    pub(crate) fn new(words: &'a Words<'a>, names: &'a Names<'a>) -> Self {
        Self {
            words,
            names,
            recent: Recent::new(words, names),
            attributions: Vec::new(),
            retold: Vec::new(),
            owners: vec![None; words.quotations.len()],
            last: None,
            about: None,
            lines: interview::lines(words),
            reported: None,
            expected: None,
        }
    }

    /// The attributions, and what their speakers have from somebody else.
    pub(crate) fn finish(mut self) -> (Vec<Attribution>, Vec<Attribution>) {
        for paragraph in 0..self.words.paragraphs.len() {
            self.paragraph(paragraph);
        }
        self.attributions.retain(|attribution| !attribution.spans.is_empty());
        sort(&mut self.attributions, |own, other| own.spans[0] < other.spans[0]);
        (self.attributions, self.retold)
    }

    fn paragraph(&mut self, paragraph: usize) {
        let tokens = self.words.starts[paragraph]..self.words.starts[paragraph + 1];
        if let Some(line) = self.lines[paragraph].clone() {
            return self.line(&line);
        }
        if let Some(start) = interview::dialogue(self.words, self.words.language, paragraph) {
            return self.dialogue(start..tokens.end);
        }
        let sentences = sentences(self.words, tokens.clone());
        let mut subject = None;
        for (number, sentence) in sentences.iter().enumerate() {
            let has_statement = self.statements(sentence);
            let count = self.attributions.len();
            if !has_statement {
                self.goes_on_reporting(paragraph, sentence);
            }
            self.without_cue(paragraph, sentence, number, subject.as_ref());
            if has_statement
                || count < self.attributions.len()
                || sentence.clone().any(|at| self.words.quotation(at).is_some())
            {
                self.reported = Some((paragraph, sentence.end));
            }
            let speaker = self.last.clone().filter(|(_, other)| has_statement && *other == paragraph);
            if let Some((voice, _)) = speaker {
                self.about = Some((voice.clone(), paragraph));
                subject = Some(voice);
            } else if let Some(voice) = self.subject(sentence) {
                self.recent.note(&voice);
                self.about = Some((voice.clone(), paragraph));
                subject = Some(voice);
            }
            self.colon(sentence, subject.as_ref());
        }
        let has_speech = tokens.clone().any(|at| self.words.quotation(at).is_some());
        if has_speech {
            self.expected = None;
        }
    }

    /// Reads what a sentence says that somebody said. Returns whether it says so of its own speaker.
    fn statements(&mut self, sentence: &Range<usize>) -> bool {
        let statements =
            if self.words.language.is_known() { cues::statements(self.words, sentence) } else { Vec::new() };
        for statement in &statements {
            let (count, last) = (self.attributions.len(), self.last.clone());
            self.statement(sentence, statement);
            if statement.is_unreal() {
                // An attribution without words is left out at the end, and its quotations are nobody's.
                self.attributions[count..].iter_mut().for_each(|attribution| attribution.spans.clear());
                (self.last, self.expected) = (last, None);
                // “When Roe noted that …, Doe said: “…””: the quotation may be somebody else's.
                for number in sentence.clone().filter_map(|at| self.words.quotation(at)) {
                    if statement.reality == Reality::Future && self.owners[number] >= Some(count) {
                        self.owners[number] = None;
                    }
                }
            }
        }
        statements.iter().any(|statement| !statement.is_aside && !statement.is_retold)
    }

    /// Reads a paragraph after the label of its speaker.
    fn line(&mut self, line: &Line) {
        let words = self.words;
        let label = line.label.clone();
        let is_answer = label.len() == 1 && words.text(label.start).trim_end_matches('.').chars().count() == 1;
        let resolved = match self.names.labelled(words, label.clone()) {
            Some(named) => Some((Voice::Named(named), Sureness::Inferred)),
            None if words.has(label.start, ASKER) => None,
            None if is_answer => self.about.clone().map(|(voice, _)| (voice, Sureness::Inferred)),
            None => Some(self.recent.description(label)),
        };
        let speech = line.speech.clone();
        let quotation = words.quotation(speech.start).filter(|_| speech.len() == 1);
        let span = quotation.map_or_else(|| words.span(speech.clone()), |number| self.inside(number));
        for number in speech.clone().filter_map(|at| words.quotation(at)) {
            self.owners[number] = Some(self.attributions.len());
        }
        self.push(&speech, vec![span], resolved, Kind::Quoted, None);
    }

    /// Reads a paragraph that begins with a dash.
    fn dialogue(&mut self, tokens: Range<usize>) {
        let words = self.words;
        let paragraph = words.tokens[tokens.start].paragraph;
        let dialogue = dialogue::read(words, tokens.clone());
        let spans: Vec<Span> = dialogue.speech.iter().map(|speech| words.span(speech.clone())).collect();
        if spans.is_empty() {
            return;
        }
        for number in tokens.clone().filter_map(|at| words.quotation(at)) {
            self.owners[number] = Some(self.attributions.len());
        }
        let resolved = match (&dialogue.speaker, dialogue.cue) {
            (Some(speaker), _) => self.recent.voice(speaker.clone()),
            // A verb alone refers to the last speaker: «dijo».
            (None, Some(_)) => self.nearest(paragraph).map(|voice| (voice, Sureness::Inferred)),
            (None, None) => match self.expected.take() {
                Some((voice, sureness, _)) => Some((voice, sureness)),
                None => self
                    .about
                    .clone()
                    .filter(|(_, other)| other + 1 == paragraph)
                    .map(|(voice, _)| (voice, Sureness::Inferred)),
            },
        };
        if let Some((voice, _)) = &resolved {
            self.recent.note(voice);
        }
        let cue = dialogue.cue.map(|at| words.span(at..at + 1));
        self.push(&tokens, spans, resolved, Kind::Quoted, cue);
    }

    /// Notes the speaker of a sentence that ends with a colon: the quotation after it is theirs.
    fn colon(&mut self, sentence: &Range<usize>, subject: Option<&Voice>) {
        if self.words.sign(sentence.end - 1) == Sign::Colon
            && self.expected.is_none()
            && let Some(voice) = subject
        {
            self.expected = Some((voice.clone(), Sureness::Inferred, sentence.end - 1..sentence.end));
        }
    }

    /// The person that a sentence is about: the first one it names, or its pronoun.
    fn subject(&self, sentence: &Range<usize>) -> Option<Voice> {
        let words = self.words;
        let first = sentence.clone().find(|at| words.is_word(*at) && !words.has(*at, AND.and(BREAK).and(TIME)))?;
        if words.has(first, HE.and(SHE)) && !words.has(first, DETERMINER) {
            return self.recent.voice(first..first + 1).map(|(voice, _)| voice);
        }
        let mentions = self.names.within(sentence.clone());
        let is_person = |mention: &&Mention| self.names.all[mention.named].kind == NamedKind::Person;
        // A name of two words about which nothing is known, followed by the verb or by its genitive.
        let may_be = |mention: &&Mention| {
            let Range { start, end } = mention.tokens.clone();
            let is_object =
                start > sentence.start && words.has(start - 1, PREPOSITION.and(DETERMINER).and(ORGANIZATION));
            let is_followed = words.sign(end) == Sign::Genitive || words.is_word(end) && !words.has(end, PREPOSITION);
            // „Im Rathaus sitzt Enno Harms.“
            let is_turned = words.language.order == Order::VerbSecond && words.sign(end) == Sign::Stop;
            let is_behind_verb = is_turned && start > sentence.start + 1 && !words.is_capital(start - 1);
            let is_behind_verb = is_behind_verb && !words.has(start - 1, PRONOUN);
            self.recent.may_be_person(mention.named) && !is_object && (is_followed || is_behind_verb)
        };
        let found = mentions.iter().find(is_person).or_else(|| mentions.iter().find(may_be));
        match found {
            Some(mention) => Some(Voice::Named(mention.named)),
            None => self.described(sentence, first),
        }
    }

    /// The person described by the subject: “The treasurer defended the plan.”
    fn described(&self, sentence: &Range<usize>, first: usize) -> Option<Voice> {
        let words = self.words;
        let tokens = subject::from(words, sentence, first).filter(|_| words.has(first, DETERMINER))?;
        let has_role = tokens.clone().any(|at| words.has(at, ROLE) && !words.has(at, ORGANIZATION));
        self.recent.voice(tokens).filter(|_| has_role).map(|(voice, _)| voice)
    }

    /// Notes whose words a speaker repeats.
    fn retold(&mut self, sentence: &Range<usize>, statement: &Statement) {
        let words = self.words;
        let tokens = statement.speaker.clone().filter(|tokens| !words.has(tokens.start, SPEAKER_SELF));
        let Some((voice, _)) = tokens.and_then(|tokens| self.recent.voice_of(tokens, statement.clause.first())) else {
            return;
        };
        let quotations = statement.quotations.iter().filter_map(|at| words.quotation(*at));
        let quoted: Vec<Span> = quotations.map(|number| self.inside(number)).collect();
        let kind = if quoted.is_empty() { Kind::Reported } else { Kind::Quoted };
        let reported = || statement.clause.iter().map(|clause| words.span(clause.clone())).collect();
        let spans = if quoted.is_empty() { reported() } else { quoted };
        if !spans.is_empty() {
            self.retold.push(Attribution {
                spans,
                speaker: Some(self.recent.speaker(&voice)),
                kind,
                sureness: Sureness::Inferred,
                cue: Some(words.span(statement.cue.clone())),
                hearsay: cues::hearsay(words, sentence, statement).map(|tokens| words.span(tokens)),
                sentence: words.span(sentence.clone()),
            });
        }
    }

    fn statement(&mut self, sentence: &Range<usize>, statement: &Statement) {
        if statement.is_retold {
            return self.retold(sentence, statement);
        }
        let words = self.words;
        let resolved = match &statement.speaker {
            _ if words.has(statement.cue.start, IMPERSONAL) => None,
            Some(tokens) if words.has(tokens.start, SPEAKER_SELF) && tokens.len() == 1 => return,
            Some(tokens) => self.recent.voice_of(tokens.clone(), statement.clause.first()),
            None => self.last.clone().map(|(voice, _)| (voice, Sureness::Inferred)),
        };
        // “Roe was joined by Doe, who said”: the sentence is about Roe.
        let is_inner = statement.cue.start > 0 && words.has(statement.cue.start - 1, WHO);
        if let Some((voice, _)) = resolved.as_ref().filter(|_| !statement.is_aside && !is_inner) {
            self.recent.note(voice);
        }
        let hearsay = cues::hearsay(words, sentence, statement);
        // “A man who claimed he was a doctor was arrested”: where the words end is not known.
        let is_open = is_inner && statement.quotations.is_empty() && words.is_word(statement.cue.start.max(2) - 2);
        let is_guessed = unlisted::is_guessed(words, statement.cue.start);
        let is_unsure = hearsay.is_some() || statement.reality == Reality::Future || is_open || is_guessed;
        let resolved = resolved.map(|(voice, sureness)| (voice, if is_unsure { Sureness::Inferred } else { sureness }));
        let last = self.last.clone();
        let count = self.attributions.len();
        let cue = Some(words.span(statement.cue.clone()));
        if statement.leads_on {
            self.expected = resolved.map(|(voice, sureness)| (voice, sureness, statement.cue.clone()));
            return;
        }
        let quotations: Vec<usize> = statement.quotations.iter().filter_map(|at| words.quotation(*at)).collect();
        if let Some(fragment) = &statement.fragment
            && !quotations.iter().all(|number| speech::is_fragment(words, *number, fragment.end - 1))
        {
            return self.named(sentence, fragment, resolved, statement.cue.start);
        }
        // “In his book “Make It Yours,” Roe suggested …”
        let is_title = |at: usize| {
            let is_inner = at > sentence.start && words.sign(at - 1) != Sign::Colon;
            let is_called = |number| words.sign(at - 1) == Sign::Genitive && speech::is_called(words, number, at);
            is_inner && (speech::is_work(words, at) || words.quotation(at).is_some_and(is_called))
        };
        let said = statement.quotations.iter().filter(|at| !is_title(**at)).filter_map(|at| words.quotation(*at));
        let quotations: Vec<usize> = said.filter(|number| self.owners[*number].is_none()).collect();
        if !quotations.is_empty() {
            self.quoted(sentence, &quotations, resolved, cue);
        } else if !statement.clause.is_empty() && statement.quotations.is_empty() {
            self.reported(sentence, &statement.clause, resolved, cue);
        }
        for attribution in &mut self.attributions[count..] {
            attribution.hearsay = hearsay.clone().map(|tokens| words.span(tokens));
        }
        if statement.is_aside {
            self.last = last;
        } else if words.has(statement.cue.start, IMPERSONAL) {
            // What is reported after „hieß es“ is not from the speaker before.
            self.last = None;
        }
    }

    /// Records the article's own words for what is said.
    fn reported(
        &mut self,
        sentence: &Range<usize>,
        clause: &[Range<usize>],
        resolved: Option<(Voice, Sureness)>,
        cue: Option<Span>,
    ) {
        let words = self.words;
        let spans = clause.iter().map(|clause| words.span(clause.clone())).collect();
        for number in clause.iter().cloned().flatten().filter_map(|at| words.quotation(at)) {
            self.owners[number] = Some(self.attributions.len());
        }
        // “He denied that it was closed: “…””
        let end = clause.last().map_or(0, |clause| clause.end);
        let leads = words.sign(end) == Sign::Colon && sentence.contains(&end);
        if let Some((voice, _)) = resolved.as_ref().filter(|_| leads) {
            self.expected = Some((voice.clone(), Sureness::Inferred, end..end + 1));
        }
        self.push(sentence, spans, resolved, Kind::Reported, cue);
    }

    /// “called the plan “reckless””: so few of the speaker's words cannot be understood alone.
    fn named(
        &mut self,
        sentence: &Range<usize>,
        fragment: &Range<usize>,
        resolved: Option<(Voice, Sureness)>,
        verb: usize,
    ) {
        let words = self.words;
        let cue = Some(words.span(verb..verb + 1));
        let number = fragment.end - 1;
        let Some(quotation) = words.quotation(number) else { return };
        let own = speech::count(words.inside(quotation));
        let is_naming = words.has(verb, CALL.and(SPLIT)) || is_about(words, verb, fragment);
        let is_enough = own > 1 || fragment.len() >= FEWEST_TOKENS;
        if !is_naming
            || !is_enough
            || speech::is_work(words, number)
            || own > 1 && speech::is_title(words, words.inside(quotation))
        {
            return;
        }
        self.owners[quotation] = Some(self.attributions.len());
        self.push(sentence, vec![words.span(fragment.clone())], resolved, Kind::Reported, cue);
    }

    /// Adds a sentence that continues what was reported before it: „Das Geld reiche nicht.“
    fn goes_on_reporting(&mut self, paragraph: usize, sentence: &Range<usize>) {
        let words = self.words;
        let has_verb = sentence.clone().any(|at| words.has(at, SUBJUNCTIVE) && !words.is_capital(at));
        let is_beside = self.reported.is_some_and(|(other, end)| other + 1 >= paragraph && end == sentence.start);
        let is_said = |at: usize| words.quotation(at).is_some() && !speech::is_work(words, at);
        let has_quotation = sentence.clone().any(is_said);
        if !has_verb || !is_beside && !has_quotation || words.quotation(sentence.start).is_some() {
            return;
        }
        let last = self.last.clone().filter(|(_, other)| other + 1 >= paragraph);
        let clause = content::trim(words, sentence.clone());
        if !clause.is_empty() {
            for number in clause.clone().filter_map(|at| words.quotation(at)) {
                self.owners[number] = Some(self.attributions.len());
            }
            self.push(
                sentence,
                vec![words.span(clause)],
                last.map(|(voice, _)| (voice, Sureness::Inferred)),
                Kind::Reported,
                None,
            );
        }
    }

    fn push(
        &mut self,
        sentence: &Range<usize>,
        spans: Vec<Span>,
        resolved: Option<(Voice, Sureness)>,
        kind: Kind,
        cue: Option<Span>,
    ) {
        let paragraph = spans[0].paragraph;
        if let Some((voice, _)) = &resolved {
            self.last = Some((voice.clone(), paragraph));
        } else if cue.is_some() {
            // Somebody else speaks now.
            self.last = None;
        }
        self.attributions.push(Attribution {
            spans,
            speaker: resolved.as_ref().map(|(voice, _)| self.recent.speaker(voice)),
            kind,
            sureness: resolved.map_or(Sureness::Open, |(_, sureness)| sureness),
            cue,
            hearsay: None,
            sentence: self.words.span(sentence.clone()),
        });
    }

    /// Records quotations by one speaker. A quotation that continues one in the paragraph before is joined to it.
    fn quoted(
        &mut self,
        sentence: &Range<usize>,
        quotations: &[usize],
        resolved: Option<(Voice, Sureness)>,
        cue: Option<Span>,
    ) {
        let spans: Vec<Span> = quotations.iter().map(|number| self.inside(*number)).collect();
        let before = quotations[0].checked_sub(1).filter(|before| self.goes_on(*before, quotations[0]));
        let owner = before.and_then(|before| self.owners[before]);
        match owner {
            Some(owner) => {
                let attribution = &mut self.attributions[owner];
                attribution.spans.extend(spans);
                if let (Some((voice, sureness)), Some(cue)) = (&resolved, cue)
                    && attribution.cue.is_none()
                {
                    (attribution.cue, attribution.sureness) = (Some(cue), *sureness);
                    attribution.speaker = Some(self.recent.speaker(voice));
                    self.last = Some((voice.clone(), cue.paragraph));
                }
            }
            None => self.push(sentence, spans, resolved, Kind::Quoted, cue),
        }
        let owner = owner.unwrap_or(self.attributions.len() - 1);
        for number in quotations {
            self.owners[*number] = Some(owner);
        }
    }

    fn inside(&self, quotation: usize) -> Span {
        let (paragraph, quotation) = self.words.quotations[quotation];
        let text = &self.words.paragraphs[paragraph][quotation.start..quotation.end];
        let end = quotation.start + text.trim_end_matches([',', '，']).trim_end().len();
        Span { paragraph, start: quotation.start, end }
    }

    /// Whether an unclosed quotation continues in the quotation of the next paragraph.
    fn goes_on(&self, before: usize, quotation: usize) -> bool {
        let (words, (own, (other, first))) =
            (self.words, (self.words.quotations[quotation], self.words.quotations[before]));
        !first.is_closed && other + 1 == own.0 && words.quotation(words.starts[own.0]) == Some(quotation)
    }
}

/// Whether the fragment is only a topic: „berichteten über erste „Schließungen““
fn is_about(words: &Words, verb: usize, fragment: &Range<usize>) -> bool {
    let first = fragment.clone().find(|at| !words.has(*at, BETWEEN));
    words.has(verb, SAY) && first.is_some_and(|at| words.has(at, ABOUT))
}
