//! Texts that once took minutes or gigabytes are read in time that grows with their length, and what is made of them is not much longer.
#![cfg(not(target_arch = "wasm32"))]

use std::sync::Mutex;
use std::time::Duration;

use schema_org::{Imported, Remark, import_claim_reviews, import_google, unread};
use testing::ThreadTime;

/// The smallest size; the others are two and four times as much.
const SIZE: usize = 250;

/// What the largest may take in times of the smallest: 4 is linear, 16 is quadratic.
const STEEPEST: f64 = 8.0;

/// The longest text, with all that is made of it and reported, in times of what is read, and what every text may take beside, in bytes.
const MOST_TIMES: usize = 20;
const MOST_BESIDE: usize = 4_000_000;

const REVIEW: &str = r#""@type":"ClaimReview","claimReviewed":"C","author":{"name":"D"}"#;

fn repeated(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect::<Vec<_>>().join(",")
}

/// Each with a size.
type Input = (&'static str, fn(usize) -> String);

const INPUTS: &[Input] = &[
    ("a property that is repeated", |size| {
        format!("{{{REVIEW},{}}}", repeated(20 * size, |_| r#""author":1"#.to_owned()))
    }),
    ("an object that is repeated", |size| {
        format!("{{{REVIEW},{}}}", repeated(20 * size, |_| r#""itemReviewed":{}"#.to_owned()))
    }),
    ("prefixes", |size| {
        let terms = repeated(10 * size, |at| format!(r#""p{at}":"http://schema.org/""#));
        format!(r#"{{"@context":{{{terms}}},{REVIEW},{}}}"#, repeated(10 * size, |at| format!(r#""k{at}":1"#)))
    }),
    ("a long key", |size| {
        let values = repeated(4 * size, |_| r#"{"@id":"a","x":1}"#.to_owned());
        format!(r#"{{"{}":[{values}],"@graph":[{{{REVIEW}}}]}}"#, "k".repeat(60 * size))
    }),
    ("long keys, one in the other", |size| {
        let open = format!(r#"{{"{}":"#, "k".repeat(size)).repeat(100);
        let reviews = repeated(size, |at| {
            format!(r#"{{"@type":"ClaimReview","claimReviewed":"C{at}","author":"D","url":"no"}}"#)
        });
        format!("{open}[{reviews}]{}", "}".repeat(100))
    }),
    ("speakers of one name", |size| {
        let one = |at| {
            format!(
                r#"{{"@type":"ClaimReview","claimReviewed":"C{at}","author":"D","itemReviewed":{{"author":{{"name":"Users","url":"https://u.example/{at}"}}}}}}"#
            )
        };
        format!("[{}]", repeated(2 * size, one))
    }),
    ("claims whose ids are taken", |size| {
        let one = |at: usize| match at < size {
            true => format!(r#"{{"@type":"ClaimReview","claimReviewed":"Review {}","author":"D"}}"#, size + at),
            false => format!(
                r#"{{"@type":"ClaimReview","claimReviewed":"{}","author":"D"}}"#,
                char::from_u32(0x4e00 + at as u32).unwrap()
            ),
        };
        format!("[{}]", repeated(2 * size, one))
    }),
    ("the same claim by the same people", |size| {
        let people = repeated(100, |_| r##"{"@id":"#p"}"##.to_owned());
        let things = format!(
            r##"{{"@id":"#c","@type":"Claim","author":[{people}]}},{{"@id":"#p","name":[{}]}}"##,
            repeated(100, |_| "true".to_owned())
        );
        let reviews = repeated(size, |_| format!(r##"{{{REVIEW},"itemReviewed":[{{"@id":"#c"}},{{"@id":"#c"}}]}}"##));
        format!("[{things},{reviews}]")
    }),
    ("references to one review", |size| {
        let references = repeated(10 * size, |_| r##"{"@id":"#r"}"##.to_owned());
        format!(
            r##"[{{"@id":"#r",{REVIEW},"url":"no","itemReviewed":{{"author":{{"name":[true,true]}}}}}},{references}]"##
        )
    }),
    ("many claims with all the same people", |size| {
        let people = repeated(100, |at| format!(r##"{{"@id":"#p{at}"}}"##));
        let each = repeated(100, |at| {
            format!(r##"{{"@id":"#p{at}","name":["P{at}",{}]}}"##, repeated(20, |_| "true".to_owned()))
        });
        let reviews = repeated(size / 10, |at| {
            format!(
                r##"{{"@type":"ClaimReview","claimReviewed":"C{at}","author":"D","itemReviewed":{{"author":[{people}]}}}}"##
            )
        });
        format!("[{each},{reviews}]")
    }),
    ("a long name that many have", |size| {
        let reviews = repeated(size, |at| {
            format!(
                r##"{{"@type":"ClaimReview","claimReviewed":"C{at}","author":"D","itemReviewed":{{"author":{{"@id":"#p"}}}}}}"##
            )
        });
        format!(r##"[{{"@id":"#p","name":"{}"}},{reviews}]"##, "P".repeat(100 * size))
    }),
    ("types that many have", |size| {
        let types = repeated(10 * size, |_| r#""T""#.to_owned());
        let reviews = repeated(size, |at| {
            format!(
                r##"{{"@type":"ClaimReview","claimReviewed":"C{at}","author":"D","itemReviewed":{{"author":{{"@id":"#p"}}}}}}"##
            )
        });
        format!(r##"[{{"@id":"#p","name":"P","@type":[{types}]}},{reviews}]"##)
    }),
    ("empty lists that many have", |size| {
        let lists = repeated(100, |_| format!("[{}]", repeated(size / 10, |_| "null".to_owned())));
        let reviews = repeated(size, |at| {
            format!(r##"{{"@type":"ClaimReview","claimReviewed":"C{at}","author":"D","itemReviewed":{{"@id":"#p"}}}}"##)
        });
        format!(r##"[{{"@id":"#p","author":[{lists}]}},{reviews}]"##)
    }),
    ("articles that mention the same claims", |size| {
        let mentions = repeated(100, |_| r##"{"@id":"#c"}"##.to_owned());
        let articles =
            repeated(size / 10, |_| format!(r#"{{"@type":"NewsArticle","headline":"H","mentions":[{mentions}]}}"#));
        let claim = r##"{"@id":"#c","@type":"Claim","text":"C","author":{"name":[true,true,true]}}"##;
        format!("[{articles},{claim}]")
    }),
];

/// An answer of the API with a long claim and many reviews of it.
fn answer(size: usize) -> String {
    let reviews = repeated(size, |at| format!(r#"{{"publisher":{{"name":"D"}},"url":"https://d.example/{at}"}}"#));
    format!(r#"{{"claims":[{{"text":"{}","claimant":"Ada","claimReview":[{reviews}]}}]}}"#, "C".repeat(100 * size))
}

fn of_claim_reviews(json: &str) -> usize {
    made(import_claim_reviews(json), &unread(&[json], false))
}

/// The length of what is made of a text, and of the report.
fn made(all: Result<Vec<Imported>, Vec<Remark>>, unread: &[Remark]) -> usize {
    let of = |remarks: &[Remark]| remarks.iter().map(|remark| remark.line().len()).sum::<usize>();
    let one = |imported: &Imported| {
        let repairs =
            imported.repairs.iter().map(|repair| repair.path.len() + repair.before.len() + repair.after.len());
        serde_json::to_string(&imported.document).unwrap().len() + of(&imported.remarks) + repairs.sum::<usize>()
    };
    of(unread) + all.map_or_else(|remarks| of(&remarks), |all| all.iter().map(one).sum())
}

static MEASURING: Mutex<()> = Mutex::new(());

/// Only time tells, and a busy machine takes more of it. So the best of several runs counts, and of more where that is not enough.
#[track_caller]
fn is_flat(name: &str, input: impl Fn(usize) -> String, read: impl Fn(&str) -> usize) {
    let _alone = MEASURING.lock();
    let texts = [SIZE, 2 * SIZE, 4 * SIZE].map(input);
    let mut best = [Duration::MAX; 3];
    for _ in 0..10 {
        for (text, best) in texts.iter().zip(&mut best) {
            let begin = ThreadTime::now();
            let made = read(text);
            *best = begin.elapsed().min(*best);
            assert!(made <= MOST_TIMES * text.len() + MOST_BESIDE, "{name}: {made} bytes of {}", text.len());
        }
        // What takes less is not measured well.
        if best[2] < Duration::from_millis(20) || best[2].as_secs_f64() < STEEPEST * best[0].as_secs_f64() {
            return;
        }
    }
    panic!("{name}: {best:?}");
}

#[test]
fn time_and_length_grow_with_the_text() {
    INPUTS.iter().for_each(|(name, input)| is_flat(name, input, of_claim_reviews));
}

#[test]
fn an_answer_takes_no_more_than_it_has() {
    is_flat("an answer", answer, |json| made(import_google(json), &[]));
}

#[test]
fn where_reading_stops_is_said() {
    let (_, input) = INPUTS.iter().find(|(name, _)| *name == "a long name that many have").unwrap();
    let all = import_claim_reviews(&input(16 * SIZE)).unwrap();
    let lines: Vec<_> = all.iter().flat_map(|imported| &imported.remarks).map(Remark::line).collect();
    let [line] = &lines[..] else { panic!("{lines:?}") };
    assert!(line.starts_with("error[too-much]: ["), "{line}");
    assert_eq!(all.iter().map(|imported| imported.left_out).sum::<usize>(), 1);
}
