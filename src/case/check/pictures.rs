//! Frames and boxes in pictures, and which pages and parts of files are attached.

use super::super::evidence::{Crop, Length, Mark, Redaction, Scope};
use super::super::file::{BoxFile, RedactionFile};
use super::values::Values;
use crate::chinese::half_width;
use crate::diagnostic::{BoxFault, Diagnostic, Finding, Place};

/// A whole in hundredths of a percent.
const WHOLE: u32 = 10_000;

/// The frames around decisive places of an item with so many files.
pub(super) fn marks(
    boxes: &[BoxFile],
    at: &str,
    files: usize,
    values: &mut Values<'_>,
) -> Vec<Mark> {
    let read = |(index, file): (usize, &BoxFile)| {
        let at = format!("{at}.marks[{index}]");
        let no = values.count(&format!("{at}.no"), file.no.as_ref());
        let picture = picture(file.file.as_ref(), &at, files, values);
        let page = page(file.page.as_ref(), &at, values);
        let parsed = four(&file.at, |text| {
            percent(text.strip_suffix('%').unwrap_or(text))
        });
        let parsed = parsed.and_then(|at| {
            if at[0] + at[2] > WHOLE || at[1] + at[3] > WHOLE {
                Err(BoxFault::Outside)
            } else {
                Ok(at)
            }
        });
        let parsed = parsed.and_then(|at| {
            if at[2] == 0 || at[3] == 0 {
                Err(BoxFault::Empty)
            } else {
                Ok(at)
            }
        });
        Some(Mark {
            file: picture?,
            page: page?,
            at: or_fault(parsed, &at, values)?,
            no,
        })
    };
    boxes.iter().enumerate().filter_map(read).collect()
}

/// The places to cover of an item with so many files.
pub(super) fn redactions(
    groups: &[RedactionFile],
    at: &str,
    files: usize,
    values: &mut Values<'_>,
) -> Vec<Redaction> {
    let mut redactions = Vec::new();
    for (index, group) in groups.iter().enumerate() {
        let at = format!("{at}.redact[{index}]");
        let scope = match (group.only.is_empty(), group.except.is_empty()) {
            (true, true) => Scope::All,
            (_, true) => Scope::Only(group.only.clone()),
            (true, false) => Scope::Except(group.except.clone()),
            (false, false) => {
                let finding = Finding::StatedTwice {
                    first: super::fields::name(&format!("{at}.only")),
                    second: super::fields::name(&format!("{at}.except")),
                };
                values
                    .found
                    .push(Diagnostic::error(finding).at(Place::key(format!("{at}.except"))));
                continue;
            }
        };
        let own = BoxFile {
            at: group.at.clone(),
            no: None,
            file: group.file.clone(),
            page: group.page.clone(),
            hides: group.hides.clone(),
            why: group.why.clone(),
            unit: group.unit.clone(),
        };
        if group.at.is_empty() && group.boxes.is_empty() {
            values.incomplete(&at, "at");
        }
        if !group.at.is_empty() {
            redactions.extend(redaction(&own, None, &scope, &at, files, values));
        }
        for (inner, file) in group.boxes.iter().enumerate() {
            redactions.extend(redaction(
                file,
                Some(&own),
                &scope,
                &format!("{at}.boxes[{inner}]"),
                files,
                values,
            ));
        }
    }
    redactions
}

/// One box; what it does not say itself, the group around it says.
fn redaction(
    file: &BoxFile,
    group: Option<&BoxFile>,
    scope: &Scope,
    at: &str,
    files: usize,
    values: &mut Values<'_>,
) -> Option<Redaction> {
    let number = file
        .file
        .as_ref()
        .or_else(|| group.and_then(|group| group.file.as_ref()));
    let picture = picture(number, at, files, values);
    let number = file
        .page
        .as_ref()
        .or_else(|| group.and_then(|group| group.page.as_ref()));
    let page = page(number, at, values);
    let unit = file
        .unit
        .as_deref()
        .or_else(|| group.and_then(|group| group.unit.as_deref()));
    let at_place = area(&file.at, unit, at, values);
    let why = file
        .why
        .clone()
        .or_else(|| group.and_then(|group| group.why.clone()));
    let words = if file.hides.is_empty() {
        group.map_or(&[][..], |group| &group.hides)
    } else {
        &file.hides
    };
    Some(Redaction {
        file: picture?,
        page: page?,
        at: at_place?,
        why,
        hides: words.to_vec(),
        scope: scope.clone(),
    })
}

/// What is cut out of the pictures of an item with so many files.
pub(super) fn crops(
    boxes: &[BoxFile],
    at: &str,
    files: usize,
    values: &mut Values<'_>,
) -> Vec<Crop> {
    let read = |(index, file): (usize, &BoxFile)| {
        let at = format!("{at}.crop[{index}]");
        let picture = picture(file.file.as_ref(), &at, files, values);
        let page = page(file.page.as_ref(), &at, values);
        if file.at.is_empty() {
            values.incomplete(&at, "at");
            return None;
        }
        Some(Crop {
            at: area(&file.at, file.unit.as_deref(), &at, values)?,
            file: picture?,
            page: page?,
        })
    };
    boxes.iter().enumerate().filter_map(read).collect()
}

/// Left, top, width and height in pixels or percent; `unit` is that of bare numbers.
fn area(
    texts: &[String],
    unit: Option<&str>,
    at: &str,
    values: &mut Values<'_>,
) -> Option<[Length; 4]> {
    let unit = unit.unwrap_or("px");
    let is_percent = matches!(unit.trim(), "%" | "％" | "percent" | "百分比");
    if !is_percent && !matches!(unit.trim(), "px" | "PX" | "像素" | "pixel" | "pixels") {
        let finding = Finding::UnknownWord {
            field: super::fields::name(&format!("{at}.unit")),
            word: unit.to_owned(),
            nearest: None,
            words: vec!["px".to_owned(), "%".to_owned()],
        };
        values.error(&format!("{at}.unit"), finding);
        return None;
    }
    let parsed = four(texts, |text| length(text, is_percent));
    let is_empty = |length: &Length| matches!(length, Length::Pixels(0) | Length::Percent(0));
    let parsed = parsed.and_then(|at| {
        if is_empty(&at[2]) || is_empty(&at[3]) {
            Err(BoxFault::Empty)
        } else {
            Ok(at)
        }
    });
    let parsed = parsed.and_then(|at| {
        if reaches_out(at[0], at[2]) || reaches_out(at[1], at[3]) {
            Err(BoxFault::Outside)
        } else {
            Ok(at)
        }
    });
    or_fault(parsed, at, values)
}

fn reaches_out(start: Length, size: Length) -> bool {
    let part = |length| {
        if let Length::Percent(part) = length {
            part
        } else {
            0
        }
    };
    part(start) + part(size) > WHOLE
}

fn or_fault<T>(parsed: Result<T, BoxFault>, at: &str, values: &mut Values<'_>) -> Option<T> {
    parsed
        .map_err(|why| values.error(&format!("{at}.at"), Finding::BadBox { why }))
        .ok()
}

/// Which page of a file, from 1.
fn page(text: Option<&String>, at: &str, values: &mut Values<'_>) -> Option<u32> {
    match text {
        None => Some(1),
        Some(text) => values.count(&format!("{at}.page"), Some(text)),
    }
}

/// The pages that are attached: `3`, `1-3`, or several of these.
pub(super) fn pages(texts: &[String], at: &str, values: &mut Values<'_>) -> Vec<(u32, u32)> {
    let mut runs = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        let plain: String = text.chars().map(half_width).collect();
        let parts = plain
            .split([',', '、', ';'])
            .filter(|part| !part.trim().is_empty());
        for part in parts {
            match run(part) {
                Some(run) => runs.push(run),
                None => values.error(
                    &format!("{at}.pages[{index}]"),
                    Finding::BadPages { text: text.clone() },
                ),
            }
        }
    }
    runs
}

/// `3` or `1-3` as first and last.
fn run(text: &str) -> Option<(u32, u32)> {
    let bare = text
        .trim()
        .trim_start_matches(['第', 'p', 'P'])
        .trim_end_matches('页');
    let number = |text: &str| {
        let text = text.trim().trim_start_matches('第').trim_end_matches('页');
        text.parse::<u32>()
            .ok()
            .filter(|no| (1..=9999).contains(no))
    };
    match bare.split_once(['-', '–', '—', '~', '～', '至', '到']) {
        None => number(bare).map(|no| (no, no)),
        Some((first, last)) => {
            let (first, last) = (number(first)?, number(last)?);
            (first <= last).then_some((first, last))
        }
    }
}

/// Quarter turns clockwise of each file, or one for all.
pub(super) fn turns(texts: &[String], at: &str, files: usize, values: &mut Values<'_>) -> Vec<u8> {
    if texts.len() > files.max(1) {
        let finding = Finding::NoSuchPicture {
            file: u32::try_from(texts.len()).unwrap_or(u32::MAX),
            files,
        };
        values.error(&format!("{at}.rotate"), finding);
        return Vec::new();
    }
    let read = |(index, text): (usize, &String)| {
        let plain: String = text.chars().map(half_width).collect();
        let degrees = plain.trim().trim_end_matches(['°', '度']);
        let turns = match degrees {
            "0" | "360" => Some(0),
            "90" | "-270" => Some(1),
            "180" | "-180" => Some(2),
            "270" | "-90" => Some(3),
            _ => None,
        };
        if turns.is_none() {
            let finding = Finding::BadTurn { text: text.clone() };
            values.error(&format!("{at}.rotate[{index}]"), finding);
        }
        turns
    };
    texts.iter().enumerate().filter_map(read).collect()
}

/// Which file of the item, from 1.
fn picture(text: Option<&String>, at: &str, files: usize, values: &mut Values<'_>) -> Option<u32> {
    let at = format!("{at}.file");
    let Some(text) = text else {
        return Some(1);
    };
    let file = values.count(&at, Some(text))?;
    if file as usize > files {
        values.error(&at, Finding::NoSuchPicture { file, files });
        return None;
    }
    Some(file)
}

fn four<T: Copy>(texts: &[String], read: impl Fn(&str) -> Option<T>) -> Result<[T; 4], BoxFault> {
    let [left, top, width, height] = texts else {
        return Err(BoxFault::NotFour);
    };
    let one = |text: &String| {
        let text: String = text
            .chars()
            .map(half_width)
            .filter(|c| !c.is_whitespace())
            .collect();
        read(&text).ok_or(BoxFault::NotALength)
    };
    Ok([one(left)?, one(top)?, one(width)?, one(height)?])
}

/// `120`, `120px` or `12.5%`; a bare number is in the unit of the group.
fn length(text: &str, is_percent: bool) -> Option<Length> {
    if let Some(text) = text.strip_suffix('%') {
        return percent(text).map(Length::Percent);
    }
    if let Some(text) = text.strip_suffix("px") {
        return pixels(text).map(Length::Pixels);
    }
    if is_percent {
        percent(text).map(Length::Percent)
    } else {
        pixels(text).map(Length::Pixels)
    }
}

fn pixels(text: &str) -> Option<u32> {
    text.parse().ok().filter(|pixels| *pixels <= 1_000_000)
}

/// `12.5` as hundredths of a percent, at most 100.
fn percent(text: &str) -> Option<u32> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(part) || whole.len() > 3 {
        return None;
    }
    let part: String = part.chars().chain("00".chars()).take(2).collect();
    let hundredths = whole.parse::<u32>().ok()? * 100 + part.parse::<u32>().ok()?;
    Some(hundredths).filter(|hundredths| *hundredths <= WHOLE)
}

#[cfg(test)]
mod tests {
    use super::{Length, length, percent};

    #[test]
    fn lengths() {
        assert_eq!(percent("12.5"), Some(1250));
        assert_eq!(percent("100"), Some(10_000));
        assert_eq!(percent("33.333"), Some(3333));
        assert_eq!(
            (percent("101"), percent("-1"), percent(""), percent("1.")),
            (None, None, None, None)
        );
        assert_eq!(length("120", false), Some(Length::Pixels(120)));
        assert_eq!(length("12%", false), Some(Length::Percent(1200)));
        assert_eq!(length("120px", true), Some(Length::Pixels(120)));
    }
}
