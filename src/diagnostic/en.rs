//! Every finding in English.

use super::finding::{BoxFault, Finding, Found, SyntaxHint, TranscriptFault, Wants};
use super::{Name, Text};
use crate::identity::{IdNumberFault, UsccFault};
use crate::moment::MomentError;
use crate::money::MoneyError;

/// What is said about a finding.
#[expect(clippy::too_many_lines, reason = "one line for each finding")]
pub(super) fn text(finding: &Finding) -> Text {
    match finding {
        Finding::FileTooLarge { bytes, most } => Text::new(format!("the case file is too large: {} KB of at most {} KB", bytes / 1024, most / 1024))
            .note("help: it holds text only; keep pictures in a folder beside it and write their paths under `evidence`"),
        Finding::NotUtf8 { guess, line } => {
            let looks = guess.map_or_else(String::new, |guess| format!("; it looks like {guess}"));
            Text::new(format!("cannot be read from line {line} on: the file is not UTF-8{looks}"))
                .note("help: open it in an editor, choose “save as” with the encoding UTF-8, and try again")
        }
        Finding::EmptyFile => Text::new("there is nothing in the case file").note("help: start from a copy of examples/minimal/case.yaml"),
        Finding::SeveralDocuments => Text::new("one file holds two cases").label("the second begins here and was not read").note("help: remove this line `---`, or save the second case as a file of its own"),
        Finding::NotAMap => Text::new("a case file is made of `key: value`").label("this is no key").note("help: write lines like `title: Not delivered`, with a space after the colon"),
        Finding::YamlSyntax { hint, parser } => syntax(*hint, parser),
        Finding::TabIndentation => Text::new("the line is indented with a tab").label("spaces belong here").note("help: replace the tab by spaces, two for each level"),
        Finding::FullWidthColon { repair, .. } => Text::new("a full-width colon `：` after a key").label("an ordinary colon and a space belong here").note(format!("help: write `{repair}`")),
        Finding::ColonWithoutSpace { repair } => Text::new("no space after the colon").label("a space belongs after this").note(format!("help: write `{repair}`")),
        Finding::TooDeep { most } => Text::new(format!("nested deeper than {most} levels")).label("not read from here on").note("help: a case file rarely has more than six levels; check indentation and brackets"),
        Finding::TooManyValues { most } => Text::new(format!("more than {most} values")).label("not read from here on").note("help: check whether `*aliases` multiply; each copies all that it stands for"),
        Finding::AliasToItself => Text::new("an alias stands inside of what it stands for").label("this alias").note("help: remove it, or write the content out"),
        Finding::BadMerge => Text::new("`<<` takes keys with values").label("this is something else").note("help: write `<<: *name`, with `&name` on keys with values"),
        Finding::KeyNotText => Text::new("a key can only be text").label("a list or keys stand here as a key").note("help: check brackets and colons"),
        Finding::ControlCharacter { chars } => Text::new(format!("control characters were taken out: {}", code_points(chars))).label("here").note("help: they mostly come in by copying; please check this line"),
        Finding::UnknownKey { key, section, nearest, elsewhere } => unknown_key(key, *section, nearest.as_deref(), elsewhere),
        Finding::DuplicateKey { key, first } => {
            let text = if key == first { Text::new(format!("`{key}` stands twice")) } else { Text::new(format!("`{first}` and `{key}` are the same key")) };
            text.label("once more").note("help: keep one; write several things as a list, each after `- `")
        }
        Finding::WrongShape { field, wants, found } => wrong_shape(*field, *wants, *found),
        Finding::InvisibleCharacter { field, chars } => {
            Text::new(format!("invisible characters were taken out of `{}`: {}", field.en, code_points(chars))).label("here").note("help: they mostly come in by copying from a page; please compare this number with the page")
        }
        Finding::Placeholder { field, text } => {
            Text::new(format!("`{}` is not filled in yet: `{text}`", field.en)).label("read as if it were not there").note("help: fill it in, or remove the line; stand-ins are never printed")
        }
        Finding::Internal { message } => Text::new(format!("the program failed: {message}")).note("help: this is our mistake, not yours; please report this line"),
        Finding::BadAmount { field, text, why } => amount(*field, text, *why),
        Finding::ZeroAmount => Text::new("the payment is 0").label("a payment that was not made is left out").note("help: write the sum on the bill"),
        Finding::RefundOverPayment { refunded, amount } => Text::new(format!("{refunded} came back, more than the {amount} that was paid")).label("more than the payment").note("help: check the bill; a payment only states its own refund"),
        Finding::BadMoment { field, text, why } => match why {
            MomentError::NotADate => Text::new(format!("`{}` is not understood: `{}`", field.en, short(text))).label("not a date").note("help: write 2026-11-01 or 2026-11-01 20:58"),
            MomentError::Impossible => Text::new(format!("there is no such day or time: `{}`", short(text))).label("not in the calendar").note("help: check year, month, day, hour and minute"),
        },
        Finding::NotADay { field, .. } => Text::new(format!("`{}` is a day without a time", field.en)).label("with a time").note("help: write 1998-05-06"),
        Finding::LineWithoutDate { section, text } => {
            Text::new(format!("every entry of `{}` begins with its time: `{}`", section.en, short(text))).label("does not begin with a time").note("help: write `- 2026-11-01 21:40 在线客服：…`; a date alone is enough")
        }
        Finding::BadSpan { field, text } => Text::new(format!("`{}` is not understood: `{}`", field.en, short(text))).label("not a length of time").note("help: write 10m, 24h or 7d"),
        Finding::BadRate { field, text } => Text::new(format!("`{}` is a yearly rate: `{}`", field.en, short(text))).label("not a rate above zero with at most two decimals").note("help: write 3.00%"),
        Finding::NoFiles { path } => Text::new(format!("there is no file in `{}`", short(path))).label("nothing to attach").note("help: paths are taken from the folder of the case file; * stands for any text, ? for one character"),
        Finding::FolderLeftOut { path } => Text::new(format!("the folder `{}` inside is not attached", short(path))).label("only the files beside it are").note("help: list it under `file` as well if it belongs to the exhibit"),
        Finding::BadPages { text } => Text::new(format!("these are no pages: `{}`", short(text))).label("no page numbers").note("help: write 3, 1-3 or 1-3, 8, counted from 1"),
        Finding::BadTurn { text } => Text::new(format!("`rotate` is 90, 180 or 270: `{}`", short(text))).label("no quarter turn").note("help: the number is in degrees clockwise"),
        Finding::BadCount { field, text } => Text::new(format!("`{}` is a whole number: `{}`", field.en, short(text))).label("not a whole number").note("help: write 1, 2, 3"),
        Finding::BadYesNo { field, text } => Text::new(format!("`{}` is yes or no: `{}`", field.en, short(text))).label("neither yes nor no").note("help: remove the line if you are not sure"),
        Finding::UnknownWord { field, word, nearest, words } => {
            let text = Text::new(format!("`{}` has no such choice: `{}`", field.en, short(word))).label(nearest.as_ref().map_or_else(String::new, |near| format!("did you mean `{near}`?")));
            text.note(format!("help: it can be {}", list(words)))
        }
        Finding::UnknownReference { field, text, nearest, known } => {
            let message = Text::new(format!("`{}` points at nothing: `{}`", field.en, short(text))).label(nearest.as_ref().map_or_else(|| "there is no such entry".to_owned(), |near| format!("did you mean `{near}`?")));
            if known.is_empty() { message.note("help: write the entry first, then refer to it") } else { message.note(format!("help: there are {}", list(known))) }
        }
        Finding::AmbiguousReference { field, text } => Text::new(format!("`{}` points at more than one entry: `{}`", field.en, short(text))).label("which one?").note("help: give one of them an `id` and refer to that"),
        Finding::DuplicateId { id } => Text::new(format!("the id `{id}` is used twice")).label("once more").note("help: change one, and what refers to it"),
        Finding::IncompleteEntry { entry, part } => Text::new(format!("this entry of `{}` lacks `{}`", entry.en, part.en)).label(format!("no `{}`", part.en)).note("help: add it, or remove the entry"),
        Finding::StatedTwice { first, second } => Text::new(format!("only one of `{}` and `{}` can stand", first.en, second.en)).label("repeats the other").note("help: keep the right one"),
        Finding::CircularAlternative => Text::new("`instead_of` goes in a circle: in the end this claim stands in for itself").label("the first choice has no `instead_of`").note("help: write `instead_of` with the second choice only, as in `claims: [{redeliver: 2}, {refund: full, instead_of: redeliver}]`"),
        Finding::DuplicateRespondent { name } => Text::new(format!("one respondent stands here twice: `{}`", short(name))).label("once more").note("help: make it one entry, `roles` can name several; if there really are two, check name and code"),
        Finding::PriceMismatch { unit_price, quantity, total, paid } => Text::new(format!("{unit_price} each × {quantity} = {total}, but {paid} was paid")).label("does not fit what was paid").note("help: check price, number and every payment; with a discount or shipping, write the price that was really paid for one, or remove it"),
        Finding::NoClaims => Text::new("nothing is asked for").label("empty").note("help: write what you ask for, such as `claims: refund`"),
        Finding::EmptyFilings => Text::new("`filings` is empty and is read as unknown").label("nothing here").note("help: write `filings: none` if you filed nowhere else; only then the papers say so"),
        Finding::NoneAmongFilings => Text::new("`filings` says none and something else").label("this one says none").note("help: remove it if you filed somewhere"),
        Finding::IdNumber { why } => Text::new(id_number(*why)).label("please compare with the paper").note("note: a reminder only"),
        Finding::Uscc { why } => Text::new(uscc(*why))
        .label("please check")
        .note("help: copy it from the public register of businesses (国家企业信用信息公示系统)"),
        Finding::PhoneShape { text } => Text::new(format!("an unusual telephone number: `{}`", short(text))).label("please count the digits").note("help: a mobile number has 11 digits, a fixed line is 0571-88880000; one number only"),
        Finding::BadBox { why } => Text::new(match why {
            BoxFault::NotFour => "`at` takes four numbers: left, top, width, height",
            BoxFault::NotALength => "`at` holds something that is no length",
            BoxFault::Empty => "the box has no width or no height",
            BoxFault::Outside => "the box reaches beyond the picture",
        })
        .label("this box")
        .note("help: write `at: [10%, 20%, 30%, 5%]`; `redact` also takes pixels, such as `[120, 640, 720, 60]`"),
        Finding::NoSuchPicture { file, files } => Text::new(format!("there is no file {file}: the item has {files}")).label("counted from 1").note("help: write which file of the item is meant"),
        Finding::EvidenceWithoutPurpose { name, suggestion } => {
            let help = suggestion.map_or_else(
                || "help: add `proves:` with identity, promised, ordered, paid, delivered_code, breached, unresolved or notified".to_owned(),
                |link| format!("help: its name suggests `proves: {}`; write it if that is right", link.en),
            );
            Text::new(format!("the evidence “{name}” does not say what it proves")).label("no `proves`").note(help)
        }
        Finding::EvidenceWithoutSource { name } => Text::new(format!("the evidence “{name}” does not say where it comes from")).label("no `source`").note("help: add `source:`, such as a screenshot of the Alipay bill"),
        Finding::BadTranscript { why } => transcript(why),
        Finding::Stated { message, basis, why, help, .. } => {
            let notes = [
                basis.as_ref().map(|basis| format!("basis: {basis}")),
                why.as_ref().map(|why| format!("why: {}", why.en)),
                help.as_ref().map(|help| format!("help: {}", help.en)),
            ];
            Text { notes: notes.into_iter().flatten().collect(), ..Text::new(&message.en) }
        }
    }
}

fn transcript(why: &TranscriptFault) -> Text {
    match why {
        TranscriptFault::NotATimecode { text } => Text::new(format!("`transcript` needs a place in the recording: `{}`", short(text))).label("does not begin with minutes:seconds").note("help: write `- 00:12 agent: noted`; from an hour on 1:02:03"),
        TranscriptFault::OutOfOrder { at, before } => Text::new(format!("`transcript` goes back: {at} after {before}")).label("before the entry above").note("help: keep the order of the recording; check minutes and seconds"),
        TranscriptFault::NotAnExcerpt { text } => Text::new(format!("`range` cannot be read: `{}`", short(text))).label("neither messages nor days").note("help: write 12-40 (messages 12 to 40) or 2026-11-01 至 2026-11-03; several of them as a list"),
    }
}

fn syntax(hint: SyntaxHint, parser: &str) -> Text {
    let (message, help) = match hint {
        SyntaxHint::Quote => (
            "a quotation mark is not closed",
            "put the value between a pair of \"; use ' around a value that has \" in it",
        ),
        SyntaxHint::Bracket => (
            "brackets or commas do not match",
            "check that { } and [ ] are closed and that a space follows each comma",
        ),
        SyntaxHint::Anchor => (
            "a reference to nothing",
            "put quotation marks around a value that starts with *; mark content with &name before you refer to it",
        ),
        SyntaxHint::Indentation => (
            "this line is not in line with those around it",
            "keys of a group start in the same column; also check the colon of the line before",
        ),
        SyntaxHint::Unquoted => (
            "this value needs quotation marks",
            "put quotation marks around a value that holds `: ` or starts with @ ` % * & !",
        ),
        SyntaxHint::Other => (
            "this is not YAML",
            "check indentation, colons with a space after them, quotation marks and brackets",
        ),
    };
    Text::new(message)
        .label("could not read on from here")
        .note(format!("help: {help}"))
        .note(format!("in the parser's words: {parser}"))
}

fn unknown_key(
    key: &str,
    section: Option<Name>,
    nearest: Option<&str>,
    elsewhere: &[Name],
) -> Text {
    let place = section.map_or_else(
        || "the case file".to_owned(),
        |section| format!("`{}`", section.en),
    );
    let text = Text::new(format!("{place} has no key `{key}`"));
    let text = match nearest {
        Some(nearest) => text.label(format!("did you mean `{nearest}`?")),
        None => text.label("unknown"),
    };
    let names: Vec<String> = elsewhere
        .iter()
        .map(|name| {
            if name.en == "case" {
                "the top of the file".to_owned()
            } else {
                format!("`{}`", name.en)
            }
        })
        .collect();
    match (names.as_slice(), nearest) {
        ([], Some(_)) => text.note("help: write it as above, or remove it"),
        ([], None) => {
            text.note("help: the keys are in the README; remove it, or use `note` or `facts`")
        }
        (names, _) => text.note(format!(
            "help: `{key}` belongs to {}; check the indentation",
            names.join(" or ")
        )),
    }
}

fn wrong_shape(field: Name, wants: Wants, found: Found) -> Text {
    let found = match found {
        Found::Text => "a text",
        Found::Keys => "keys",
        Found::List => "a list",
    };
    let (wanted, help) = match wants {
        Wants::Text => ("one value", format!("write `{}: value`", field.en)),
        Wants::Keys => (
            "keys",
            format!(
                "write `key: value` below `{}`, two spaces to the right",
                field.en
            ),
        ),
        Wants::TextOrKeys => (
            "one value or keys",
            format!("`{}` stands once; a list cannot hold a list", field.en),
        ),
    };
    Text::new(format!(
        "`{}` takes {wanted}, but here is {found}",
        field.en
    ))
    .label(format!("here is {found}"))
    .note(format!("help: {help}"))
}

fn amount(field: Name, text: &str, why: MoneyError) -> Text {
    let text = short(text);
    let (message, label, help) = match why {
        MoneyError::NotANumber => (
            format!("`{}` is not understood: `{text}`", field.en),
            "not a sum",
            "write 168 or 168.00",
        ),
        MoneyError::Negative => (
            format!("`{}` cannot be below zero: `{text}`", field.en),
            "below zero",
            "what came back is written under `refunded`, without a minus",
        ),
        MoneyError::TooPrecise => (
            format!("`{}` has more than two decimals: `{text}`", field.en),
            "smaller than a fen",
            "write it as on the bill",
        ),
        MoneyError::TooLarge => (
            format!("`{}` is too large: `{text}`", field.en),
            "over ten billion",
            "check whether this is an order number",
        ),
    };
    Text::new(message)
        .label(label)
        .note(format!("help: {help}"))
}

fn uscc(why: UsccFault) -> &'static str {
    match why {
        UsccFault::Shape => {
            "a unified social credit code has 18 digits and capital letters (no I, O, S, V, Z)"
        }
        UsccFault::CheckSign => {
            "the check sign of the credit code does not fit; one sign may be wrong"
        }
    }
}

fn id_number(why: IdNumberFault) -> &'static str {
    match why {
        IdNumberFault::Shape => "an ID number has 17 digits and a digit or X",
        IdNumberFault::BirthDate => "the birth date in the ID number does not exist",
        IdNumberFault::CheckDigit => {
            "the last digit of the ID number does not fit; one digit may be wrong"
        }
        IdNumberFault::OtherBirthDate => "the birth date in the ID number is not `born`",
        IdNumberFault::OtherGender => "the sex in the ID number is not `gender`",
    }
}

/// Characters by their numbers, each once.
fn code_points(chars: &[char]) -> String {
    let mut names: Vec<String> = chars
        .iter()
        .map(|c| format!("U+{:04X}", u32::from(*c)))
        .collect();
    names.sort();
    names.dedup();
    names.join(", ")
}

/// Words one after another; where there are very many, the first of them and a sign that there are more.
fn list(words: &[String]) -> String {
    const MOST: usize = 20;
    let more = if words.len() > MOST {
        " and others"
    } else {
        ""
    };
    words[..words.len().min(MOST)].join(", ") + more
}

/// A value for a message.
fn short(text: &str) -> String {
    const MOST: usize = 40;
    let line = text.split('\n').next().unwrap_or("");
    let mut start: String = line.chars().take(MOST).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    start
}
