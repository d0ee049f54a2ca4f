//! Lines that begin with a date: `2026-11-01 21:40 在线客服：称系统处理中`.

use super::super::choice::Choice;
use super::super::contact::{ContactWay, Stall};
use super::values::parse_word;
use crate::chinese::half_width;
use crate::moment::{Moment, MomentError};

/// The point in time at the start of a line, and the words after it.
pub(super) fn dated(line: &str) -> Result<(Moment, &str), MomentError> {
    const LONGEST: usize = 40;
    let mut best = Err(MomentError::NotADate);
    let ends = line.char_indices().map(|(at, c)| at + c.len_utf8());
    for end in ends.take(LONGEST) {
        let (start, rest) = line.split_at(end);
        if !is_whole(start, rest) {
            continue;
        }
        match Moment::parse(start) {
            Ok(moment) => best = Ok((moment, rest)),
            // A longer start may only look like another date; a day that does not exist stays wrong.
            Err(MomentError::Impossible) if best.is_err() => best = Err(MomentError::Impossible),
            Err(_) => {}
        }
    }
    best.map(|(moment, rest)| {
        (
            moment,
            rest.trim_start_matches([' ', '\u{3000}', ',', '，', ':', '：', '、', ';', '；'])
                .trim_end(),
        )
    })
}

/// Whether a start can be all that a line says about the time: no number or word is cut, and after a clock time began
/// no space follows but the one before am and pm, so that `21:40 10元` is not read as seconds.
fn is_whole(start: &str, rest: &str) -> bool {
    let half: String = start.trim().chars().map(half_width).collect();
    let next = rest.chars().next().map(half_width);
    let cut =
        |fits: fn(&char) -> bool| half.ends_with(|c| fits(&c)) && next.as_ref().is_some_and(fits);
    let clock = half.find([':', '时', '点']).unwrap_or(half.len());
    let after = half[clock..].to_lowercase();
    let after = after
        .strip_suffix(" am")
        .or_else(|| after.strip_suffix(" pm"))
        .unwrap_or(&after);
    !cut(char::is_ascii_digit) && !cut(char::is_ascii_alphabetic) && !after.contains(' ')
}

/// The parts of the words of a contact after the date.
#[derive(Debug, PartialEq, Eq, Default)]
pub(super) struct Said {
    /// The way.
    pub by: Option<ContactWay>,
    /// The number of the person on the other side.
    pub agent: Option<String>,
    /// The answer.
    pub answer: Option<String>,
    /// How the matter was put off, where the words are exactly that.
    pub stall: Option<Stall>,
}

/// Reads `在线客服：称系统处理中`: a known way before a colon, then the answer; anything else is all answer.
pub(super) fn said(words: &str) -> Said {
    let split = words.split_once(['：', ':']);
    let known = split.and_then(|(head, rest)| Some((way(head)?, rest.trim())));
    let (by, agent, rest) = match known {
        Some(((by, agent), rest)) => (Some(by), agent, rest),
        None => match parse_word(words) {
            Some(by) => (Some(by), None, ""),
            None => (None, None, words),
        },
    };
    let stall = parse_word::<Stall>(rest);
    // Silence is no answer that could be quoted.
    let silence = matches!(stall, Some(Stall::NoReply | Stall::Blocked));
    let answer = Some(rest.to_owned()).filter(|rest| !rest.is_empty() && !silence);
    Said {
        by,
        agent,
        answer,
        stall,
    }
}

/// A way, alone or followed by the number of a person: `在线客服`, `在线客服1001`.
fn way(head: &str) -> Option<(ContactWay, Option<String>)> {
    let head = head.trim();
    if let Some(by) = parse_word(head) {
        return Some((by, None));
    }
    let words = ContactWay::WORDS
        .iter()
        .flat_map(|(by, _, zh)| zh.iter().map(move |word| (*by, *word)));
    words
        .filter_map(|(by, word)| Some((by, head.strip_prefix(word)?.trim())))
        .find_map(|(by, rest)| {
            let number: String = rest.chars().map(half_width).collect();
            let number = number
                .trim_matches(['(', ')', '#', ' '])
                .trim_start_matches("工号")
                .trim()
                .to_owned();
            let is_number = !number.is_empty()
                && number
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || c == '-');
            is_number.then_some((by, Some(number)))
        })
}

#[cfg(test)]
mod tests {
    use super::{Said, dated, said};
    use crate::case::contact::{ContactWay, Stall};
    use crate::moment::MomentError;

    #[test]
    fn splits_the_date_from_the_words() {
        for (line, iso, rest) in [
            (
                "2026-11-01 21:40 在线客服：称系统处理中，未给时限",
                "2026-11-01 21:40",
                "在线客服：称系统处理中，未给时限",
            ),
            ("2026-11-03 电话：未接", "2026-11-03", "电话：未接"),
            (
                "2026年11月1日20时58分客服答复",
                "2026-11-01 20:58",
                "客服答复",
            ),
            (
                "2026年11月1日20:58 10元到账",
                "2026-11-01 20:58",
                "10元到账",
            ),
            (
                "2026-10-20 09:03 余额仍为120",
                "2026-10-20 09:03",
                "余额仍为120",
            ),
            ("2026-11-01 2次来电", "2026-11-01", "2次来电"),
            ("2026-11-01，联系客服", "2026-11-01", "联系客服"),
            (
                "2026年11月5日上午9点 微信：没空",
                "2026-11-05 09:00",
                "微信：没空",
            ),
            (
                "2026-11-05 晚上 8点半，客服：没空",
                "2026-11-05 20:30",
                "客服：没空",
            ),
            (
                "2026-11-05 9:30 PM 客服：没空",
                "2026-11-05 21:30",
                "客服：没空",
            ),
            ("2026-11-05 9 am客服", "2026-11-05 09:00", "客服"),
            ("2026-11-05 晚上12点 客服", "2026-11-05", "晚上12点 客服"),
            ("2026-11-05 9 amounts", "2026-11-05", "9 amounts"),
            (
                "２０２６－１１－０１　２１：４０　工单",
                "2026-11-01 21:40",
                "工单",
            ),
        ] {
            let (moment, words) = dated(line).unwrap();
            assert_eq!((moment.iso().as_str(), words), (iso, rest), "{line}");
        }
        assert_eq!(dated("在线客服称处理中"), Err(MomentError::NotADate));
        assert_eq!(
            dated("2026-02-30 在线客服称处理中"),
            Err(MomentError::Impossible)
        );
    }

    #[test]
    fn takes_only_known_ways_off() {
        let with = |by, agent: Option<&str>, text: Option<&str>, stall| Said {
            by,
            agent: agent.map(str::to_owned),
            answer: text.map(str::to_owned),
            stall,
        };
        assert_eq!(
            said("在线客服：称系统处理中，未给时限"),
            with(
                Some(ContactWay::OnlineChat),
                None,
                Some("称系统处理中，未给时限"),
                None
            )
        );
        assert_eq!(
            said("在线客服：未回复"),
            with(
                Some(ContactWay::OnlineChat),
                None,
                None,
                Some(Stall::NoReply)
            )
        );
        assert_eq!(
            said("在线客服1001：明确拒绝"),
            with(
                Some(ContactWay::OnlineChat),
                Some("1001"),
                Some("明确拒绝"),
                Some(Stall::Refused)
            )
        );
        assert_eq!(
            said("旺旺：让我等"),
            with(None, None, Some("旺旺：让我等"), None)
        );
        assert_eq!(
            said("电话"),
            with(Some(ContactWay::Phone), None, None, None)
        );
    }
}
