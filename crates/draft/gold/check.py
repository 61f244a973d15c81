#!/usr/bin/env python3
"""Checks the annotated articles next to this file, and counts their attributions.

  check.py [FILE.json ...]     without files: every *.json in this folder; exit 1 where something is wrong
"""
import collections
import json
import pathlib
import re
import sys

TOP = {"language", "headline", "byline", "about", "paragraphs", "attributions", "rejected"}
NEEDED = TOP - {"headline", "byline"}
FIELDS = {"spans", "paragraphs", "speaker", "role", "organization", "kind", "sureness"}
KINDS = ("quoted", "reported")
SURENESS = ("given", "inferred", "open")
NAME = re.compile(r"[a-z]{2}-\d\d-[a-z0-9-]+\.json")
MARKS = "\"“”„«»「」『』"


def strings(value):
    return isinstance(value, list) and all(isinstance(x, str) and x.strip() for x in value)


def places(text, words):
    """Returns every position of the words in the text."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def check(path, counts):
    """Returns the faults in one file, one sentence for each."""
    wrong = []
    try:
        doc = json.loads(path.read_text(encoding="utf8"))
    except (ValueError, OSError) as e:
        return [f"cannot be read: {e}"]
    if not isinstance(doc, dict):
        return ["is not an object"]
    if not NAME.fullmatch(path.name):
        wrong.append("file name is not LANGUAGE-NN-what-it-is.json")
    if set(doc) - TOP:
        wrong.append(f"unknown fields {sorted(set(doc) - TOP)}")
    if NEEDED - set(doc):
        return wrong + [f"fields missing {sorted(NEEDED - set(doc))}"]
    for key in ("language", "about", "headline", "byline"):
        if key in doc and not (isinstance(doc[key], str) and doc[key].strip()):
            wrong.append(f"{key} is not a text")
    if not path.name.startswith(f"{doc['language']}-"):
        wrong.append("language is not that of the file name")
    paragraphs = doc["paragraphs"]
    if not strings(paragraphs) or not paragraphs:
        return wrong + ["paragraphs are not texts"]
    if not 4 <= len(paragraphs) <= 14:
        wrong.append(f"{len(paragraphs)} paragraphs")
    if any(p != p.strip() or "\n" in p or re.search(r"[{}]", p) for p in paragraphs):
        wrong.append("a paragraph with space at its ends, a line break or a brace")
    anywhere = paragraphs + [doc[k] for k in ("headline", "byline") if k in doc]

    seen, last = {}, (-1, -1)
    for n, a in enumerate(doc["attributions"]):
        where = f"attribution {n}"
        if not isinstance(a, dict) or set(a) != FIELDS:
            wrong.append(f"{where}: fields are not {sorted(FIELDS)}")
            continue
        where += f" ({a['spans'][0][:40]!r})" if strings(a["spans"]) and a["spans"] else ""
        if not strings(a["spans"]) or not a["spans"] or len(a["spans"]) != len(a["paragraphs"]):
            wrong.append(f"{where}: spans and paragraphs do not go together")
            continue
        if a["paragraphs"] != sorted(a["paragraphs"]):
            wrong.append(f"{where}: its paragraphs are not in order")
        if a["kind"] not in KINDS or a["sureness"] not in SURENESS:
            wrong.append(f"{where}: kind or sureness unknown")
        if (a["speaker"] is None) != (a["sureness"] == "open"):
            wrong.append(f"{where}: open goes with no speaker, and only with that")
        if a["speaker"] is None and (a["role"] or a["organization"]):
            wrong.append(f"{where}: role or organization of nobody")
        for key in ("speaker", "role", "organization"):
            v = a[key]
            if v is not None and (not isinstance(v, str) or not v.strip() or not any(v in p for p in anywhere)):
                wrong.append(f"{where}: {key} {v!r} does not stand in the article")
        for k, (span, p) in enumerate(zip(a["spans"], a["paragraphs"])):
            if not isinstance(p, int) or not 0 <= p < len(paragraphs):
                wrong.append(f"{where}: no paragraph {p}")
                continue
            hits = list(places(paragraphs[p], span))
            if not hits:
                wrong.append(f"{where}: not in paragraph {p}: {span[:60]!r}")
                continue
            if len(hits) > 1:
                wrong.append(f"{where}: stands more than once in paragraph {p}: {span[:60]!r}")
            if span != span.strip() or (a["kind"] == "quoted" and span[0] in MARKS and span[-1] in MARKS):
                wrong.append(f"{where}: space or outer marks belong to the span")
            if (p, span) in seen:
                wrong.append(f"{where}: the same span as attribution {seen[p, span]}")
            seen[p, span] = n
            for other in range(hits[0], hits[0] + len(span)):
                if (p, other) in seen:
                    wrong.append(f"{where}: overlaps attribution {seen[p, other]}")
                    break
            for other in range(hits[0], hits[0] + len(span)):
                seen[p, other] = n
            if k == 0:
                if (p, hits[0]) < last:
                    wrong.append(f"{where}: not in the order of the article")
                last = (p, hits[0])
        counts["attributions"] += 1
        counts[f"kind {a['kind']}"] += 1
        counts[f"sureness {a['sureness']}"] += 1
        counts["with several spans"] += len(a["spans"]) > 1
        counts["over several paragraphs"] += len(set(a["paragraphs"])) > 1
        counts["with a role"] += a["role"] is not None
        counts["with an organization"] += a["organization"] is not None
    if not isinstance(doc["rejected"], list) or (doc["rejected"] and not strings(doc["rejected"])):
        wrong.append("rejected is not a list of texts")
    else:
        counts["rejected"] += len(doc["rejected"])
        if len(set(doc["rejected"])) != len(doc["rejected"]):
            wrong.append("the same words rejected twice")
        for words in doc["rejected"]:
            if not any(words in p for p in anywhere):
                wrong.append(f"rejected words do not stand in the article: {words!r}")
            if any(words == s for a in doc["attributions"] for s in a.get("spans", [])):
                wrong.append(f"both rejected and attributed: {words!r}")
    counts[f"articles {doc['language']}"] += 1
    counts["articles"] += 1
    counts["articles without attributions"] += not doc["attributions"]
    return wrong


def main():
    paths = [pathlib.Path(p) for p in sys.argv[1:]] or sorted(pathlib.Path(__file__).resolve().parent.glob("*.json"))
    counts, bad = collections.Counter(), 0
    for path in paths:
        for sentence in check(path, counts):
            print(f"{path.name}: {sentence}", file=sys.stderr)
            bad += 1
    for key in sorted(counts):
        print(f"{counts[key]:5}  {key}")
    if bad:
        print(f"{bad} mistakes", file=sys.stderr)
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
