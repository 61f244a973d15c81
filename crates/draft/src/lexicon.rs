//! The lexicon: what each word can do in a sentence that tells who speaks.

pub(crate) use crate::letters::{is_alike, is_capital, is_letter, is_small, lower_char};

/// The functions that a word may have: a set of classes.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Classes(pub(crate) u64);

impl Classes {
    pub(crate) const NONE: Classes = Classes(0);

    pub(crate) fn has(self, other: Classes) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) fn without(self, other: Classes) -> Self {
        Classes(self.0 & !other.0)
    }

    pub(crate) fn and(self, other: Classes) -> Self {
        Classes(self.0 | other.0)
    }
}

macro_rules! classes {
    ($($name:ident $word:literal $about:literal;)*) => {
        classes!(@constants 0u32; $($name $about;)*);
        /// The names of the classes in the files of the languages.
        const NAMES: &[(&str, Classes)] = &[$(($word, $name)),*];
    };
    (@constants $bit:expr; $name:ident $about:literal; $($rest:tt)*) => {
        #[doc = $about]
        pub(crate) const $name: Classes = Classes(1 << $bit);
        classes!(@constants $bit + 1; $($rest)*);
    };
    (@constants $bit:expr;) => {};
}

// The most frequent classes come first, because their masks are short numbers.
classes! {
    SAY "say" "A verb of saying. A clause without “that” may follow it: “said he would”.";
    CLAIM "claim" "A verb that reports only with “that” or a quotation: “believes that”.";
    CALL "call" "A verb that gives something a name in the speaker's words: “called it a “gift””.";
    TELL "tell" "A verb of saying that is followed by the listener: “told reporters”.";
    PARTICIPLE "participle" "A verb of saying with the same subject as the sentence: “adding”.";
    SPLIT "split" "A verb that means saying only together with its second part: „teilte … mit“.";
    ACCORDING "according" "Words before a source: “according to”.";
    THAT "that" "A conjunction before what is said.";
    HE "he" "A pronoun for a man.";
    SHE "she" "A pronoun for a woman.";
    THEY "they" "A pronoun for several people, or for an organization.";
    POSSESSIVE "possessive" "A determiner that belongs to somebody: “his”.";
    DETERMINER "determiner" "“the”, “a”, “some”.";
    TITLE "title" "A courtesy or academic title: “Mr.”.";
    ROLE "role" "A role: “mayor”, “spokeswoman”.";
    ORGANIZATION "organization" "A noun for an organization: “ministry”.";
    GROUP "group" "Several people: “officials”.";
    GIVEN_NAME "given-name" "A given name.";
    PARTICLE "particle" "A small word within names: “van”.";
    SUFFIX "suffix" "A word after a name: “Jr.”.";
    BETWEEN "between" "A word that may be between a subject and its verb: “also”, “had”.";
    TIME "time" "A time: “Monday”, “yesterday”.";
    BREAK "break" "A conjunction at which a clause begins: “but”.";
    WHO "who" "A relative pronoun.";
    PREPOSITION "preposition" "“of”, “at”.";
    OF "of" "A preposition between a role and an organization.";
    AND "and" "A word that joins names, clauses and quotations.";
    NATION "nation" "“Russian”: part of a role, never of a name.";
    PLACE "place" "A place.";
    SURE "sure" "A verb that only means saying, so that the words after it are always what is said: “said”.";
    KIN "kin" "A relation to another person: “neighbour”, “sister”.";
    RANK "rank" "A rank, which says less than an office: “general”.";
    OBLIQUE "oblique" "A determiner that is never part of a subject: „dem“.";
    IMPERSONAL "impersonal" "A cue that names nobody: „hieß es“.";
    CONTRAST "contrast" "After a comma, ends the reported words: “while”.";
    ABOUT "about" "“reported on”, „sprach von“.";
    AUXILIARY "auxiliary" "A verb before the participle of a verb of saying: „hat … erklärt“.";
    AGED "aged" "„der 58-Jährige“";
    WORK "work" "A thing that has a title: “film”, “song”.";
    OTHER_PART "other-part" "The second part of a verb of the class `split`.";
    ACCORDING_AFTER "according-after" "Words after a source: „zufolge“.";
    STATEMENT "statement" "A noun for what is said: “statement”.";
    MADE "made" "A verb used with a statement: “the same statement was made by”.";
    BY "by" "The preposition before the agent in the passive voice.";
    TO "to" "The word before an infinitive, which is not a statement.";
    SPEAKER_SELF "i" "A pronoun for the speaker or the listener: “I”, “you”.";
    DEFINITE "definite" "A determiner for somebody known: “the”.";
    MALE "male" "A word for a man.";
    FEMALE "female" "A word for a woman.";
    BUT "but" "A word that joins verbs with the same subject, as “and” does.";
    NO_NAME "no-name" "A word that is not a name at the beginning of a sentence.";
    SUBJUNCTIVE "subjunctive" "A verb of reported speech: „sei“.";
    ABBREVIATION "abbreviation" "A word whose full stop does not end a sentence: “Mr.”.";
    ASKER "asker" "A label for the person who asks: “Q”.";
    PHRASE "" "Begins an expression of several words.";
    NOT "not" "A word after which a verb of saying means that nothing is said: “declined to say”.";
    PASSIVE "passive" "A word that makes a verb passive: “was told”.";
    SO "so" "„so“ between a quotation and its speaker.";
    AS "as" "„wie“ before the speaker of the words around it.";
    BUSINESS "business" "A role in a company, not in a place: “founder”.";
    HEARSAY "hearsay" "A word before a verb of saying that has it from somebody else: “reportedly said”, “was quoted as saying”.";
    ANY_ORGANIZATION "any-organization" "A noun that fits an organization with any name: “company”.";
    UNREAL "unreal" "A word by which nothing was said, or perhaps nothing: “might say”, “if she says”, “rumours that”, “nobody”.";
    FUTURE "future" "A word before a verb of saying by which it was said later: “would later say”.";
}

/// Every verb that may attribute.
pub(crate) const VERBS: Classes = Classes(SAY.0 | CLAIM.0 | CALL.0 | TELL.0 | PARTICIPLE.0 | SPLIT.0);

/// A pronoun that may be a subject.
pub(crate) const PRONOUN: Classes = Classes(HE.0 | SHE.0 | THEY.0 | SPEAKER_SELF.0);
/// A noun for somebody who may speak.
pub(crate) const SOMEBODY: Classes = Classes(ROLE.0 | GROUP.0 | ORGANIZATION.0 | STATEMENT.0);

/// The words of a language with their classes.
pub(crate) struct Lexicon {
    /// An open hash table; its length is a power of two.
    slots: Vec<Option<(&'static str, Classes)>>,
    /// Expressions of several words, sorted by their first word.
    phrases: Vec<(&'static str, Classes)>,
    /// Verbs in two parts: „teilte … mit“.
    pairs: Vec<(&'static str, &'static str)>,
    /// The endings of compounds: „-ministerin“.
    endings: Vec<(&'static str, Classes)>,
    count: usize,
}

/// No file contains longer words.
const LONGEST: usize = 48;

impl Lexicon {
    /// Reads lines of the form `class class: word word`. If a word is in several sources, the last one counts.
    ///
    /// `_` joins the words of an expression, `-` begins the ending of a compound, and `+` separates the parts of a
    /// verb.
    pub(crate) fn read(sources: &[&'static str]) -> Self {
        let words: usize = sources.iter().map(|source| source.split_ascii_whitespace().count()).sum();
        let mut lexicon = Self {
            slots: vec![None; (words * 2).next_power_of_two()],
            phrases: Vec::new(),
            pairs: Vec::new(),
            endings: Vec::new(),
            count: 0,
        };
        for line in sources.iter().flat_map(|source| source.lines()).filter(|line| !line.starts_with(['#', '='])) {
            let Some((names, words)) = line.split_once(':') else { continue };
            let classes = names.split(' ').fold(Classes::NONE, |all, name| all.and(class(name)));
            for word in words.split(' ').filter(|word| !word.is_empty()) {
                lexicon.add(word, classes);
            }
        }
        sort(&mut lexicon.phrases, |(own, _), (other, _)| {
            (first(own), other.len(), *own) < (first(other), own.len(), *other)
        });
        lexicon
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.count == 0
    }

    fn add(&mut self, word: &'static str, classes: Classes) {
        if let Some(ending) = word.strip_prefix('-') {
            self.endings.push((ending, classes));
        } else if let Some(pair) = word.split_once('+') {
            self.pairs.push(pair);
            self.put(pair.0, classes);
            self.put(pair.1, OTHER_PART);
        } else if word.contains('_') {
            self.phrases.push((word, classes));
            self.put(first(word), PHRASE);
        } else {
            self.put(word, classes);
        }
    }

    fn put(&mut self, word: &'static str, classes: Classes) {
        let slot = self.slot(word.as_bytes());
        match &mut self.slots[slot] {
            Some((_, own)) => *own = own.and(classes),
            empty => {
                *empty = Some((word, classes));
                self.count += 1;
            }
        }
    }

    /// Returns the slot of the word, or the empty slot for it. At least a quarter of the slots is empty, so the search
    /// ends.
    fn slot(&self, word: &[u8]) -> usize {
        let hash = word.iter().fold(0x811c_9dc5u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
        let mut slot = (hash ^ (hash >> 15)) as usize & (self.slots.len() - 1);
        while self.slots[slot].is_some_and(|(other, _)| other.as_bytes() != word) {
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        slot
    }

    /// The classes of the word, in upper or lower case.
    pub(crate) fn classes(&self, word: &str) -> Classes {
        let mut buffer = [0; LONGEST];
        match lower(word, &mut buffer) {
            Some(length) => self.slots[self.slot(&buffer[..length])].map_or(Classes::NONE, |(_, classes)| classes),
            None => Classes::NONE,
        }
    }

    /// The classes of a verb of saying with its pronoun: « explique-t-il ». None for any other word.
    pub(crate) fn inverted(&self, word: &str) -> Classes {
        let (verb, pronoun) = with_pronoun(word);
        let classes = if pronoun == Classes::NONE { pronoun } else { self.classes(verb) };
        if classes.has(VERBS) { classes.and(pronoun) } else { Classes::NONE }
    }

    /// The classes of a compound, by its ending: „Umweltministerin“.
    pub(crate) fn ending(&self, word: &str) -> Classes {
        let mut buffer = [0; LONGEST];
        let Some(length) = lower(word, &mut buffer).filter(|_| !self.endings.is_empty()) else { return Classes::NONE };
        let is_longer = |ending: &str| buffer[..length].ends_with(ending.as_bytes());
        self.endings.iter().find(|(ending, _)| is_longer(ending)).map_or(Classes::NONE, |(_, classes)| *classes)
    }

    /// Whether these are the two parts of one verb.
    pub(crate) fn is_pair(&self, verb: &str, part: &str) -> bool {
        let mut buffer = [0; LONGEST];
        let length = lower(verb, &mut buffer).unwrap_or(0);
        self.pairs.iter().any(|(own, other)| *other == part && own.as_bytes() == &buffer[..length])
    }

    /// The longest expression at the beginning of the text: its length in bytes and its classes. `word` is its first
    /// word.
    pub(crate) fn phrase(&self, text: &str, word: &str) -> Option<(usize, Classes)> {
        let mut buffer = [0; LONGEST];
        let length = lower(word, &mut buffer)?;
        let word = std::str::from_utf8(&buffer[..length]).ok()?;
        let from = self.phrases.partition_point(|(words, _)| first(words) < word);
        let own = self.phrases[from..].iter().take_while(|(words, _)| first(words) == word);
        // The longest come first. One may stand in several lines.
        let mut found: Option<(usize, Classes)> = None;
        for (words, classes) in own {
            let longest = found.map_or(0, |(length, _)| length);
            if let Some(length) = starts_with(text, words).filter(|length| *length >= longest) {
                found = Some((length, found.map_or(*classes, |(_, others)| others.and(*classes))));
            }
        }
        found
    }
}

fn class(name: &str) -> Classes {
    let found = NAMES.iter().find(|(other, _)| *other == name);
    debug_assert!(found.is_some(), "no class is called {name}");
    found.map_or(Classes::NONE, |(_, class)| *class)
}

/// The first word of an expression.
fn first(words: &str) -> &str {
    words.split('_').next().unwrap_or(words)
}

/// If the text begins with the expression, in upper or lower case, returns the length in bytes.
fn starts_with(text: &str, words: &str) -> Option<usize> {
    let mut rest = text.char_indices();
    for c in words.chars() {
        let (_, other) = rest.next()?;
        let is_same = if c == '_' { matches!(other, ' ' | '\u{a0}') } else { lower_char(other) == c };
        if !is_same {
            return None;
        }
    }
    let (end, next) = rest.next().unwrap_or((text.len(), ' '));
    (!is_letter(next)).then_some(end)
}

/// Writes the word in lower case with straight apostrophes. Returns `None` if it is longer than any word in a file.
fn lower(word: &str, buffer: &mut [u8; LONGEST]) -> Option<usize> {
    let mut length = 0;
    for c in word.chars() {
        let c = lower_char(c);
        let end = length + c.len_utf8();
        c.encode_utf8(buffer.get_mut(length..end)?);
        length = end;
    }
    Some(length)
}

/// Sorts items that are almost in order. This is a twentieth of the code of the standard library's sorts.
pub(crate) fn sort<T>(items: &mut [T], is_less: impl Fn(&T, &T) -> bool) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 && is_less(&items[at], &items[at - 1]) {
            items.swap(at, at - 1);
            at -= 1;
        }
    }
}

/// Parts a verb from the pronoun behind it, and returns the pronoun's classes: « tempête-t-elle ».
pub(crate) fn with_pronoun(word: &str) -> (&str, Classes) {
    let (verb, pronoun) = match (word.strip_suffix("-il"), word.strip_suffix("-elle")) {
        (Some(verb), _) => (verb, HE.and(MALE)),
        (_, Some(verb)) => (verb, SHE.and(FEMALE)),
        _ => (word, Classes::NONE),
    };
    (verb.strip_suffix("-t").unwrap_or(verb), pronoun)
}
