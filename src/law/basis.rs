//! What a rule of our own rests on, in printed form.

use super::citation::listed;
use super::instrument::{Instrument, instrument};
use super::provision::{provision, provisions};
use super::text::Spot;
use crate::bilingual::{Bilingual, Phrase};

/// Something that a time limit or a step of the plan rests on. The build script resolves every id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// A provision of the register, by id.
    Provision(&'static str),
    /// A place that the register does not hold, in an instrument that it names, by id.
    Place(&'static str, Spot),
    /// An instrument whose article is not known, by id.
    Instrument(&'static str),
    /// What is no law: a rule of a platform, practice, or a remark on what stands before it.
    Words(Phrase),
}

impl Basis {
    /// The instrument and the place in it; none for words and for ids that do not exist.
    fn cited(self) -> Option<(&'static Instrument, Option<Spot>)> {
        match self {
            Self::Provision(id) => provision(id).map(|one| (one.instrument, Some(one.spot()))),
            Self::Place(id, spot) => Some((instrument(id)?, Some(spot))),
            Self::Instrument(id) => Some((instrument(id)?, None)),
            Self::Words(_) => None,
        }
    }

    /// Whether it protects consumers only: a provision that does, or a place in an instrument that holds no other.
    pub fn is_for_consumers_only(self) -> bool {
        if let Self::Provision(id) = self {
            return provision(id).is_some_and(|one| one.consumers_only);
        }
        self.cited().is_some_and(|(it, _)| {
            let mut own = provisions()
                .iter()
                .filter(|one| one.instrument.id == it.id)
                .peekable();
            own.peek().is_some() && own.all(|one| one.consumers_only)
        })
    }
}

/// Returns what something rests on in full official form, places of one instrument together:
/// 《中华人民共和国民法典》第一百四十七条、第一百九十九条. Only words differ between the languages.
pub fn bases(all: &[Basis]) -> Bilingual {
    let mut parts: Vec<Bilingual> = Vec::new();
    let mut open: Option<(&'static Instrument, Vec<Spot>)> = None;
    let close = |parts: &mut Vec<Bilingual>, open: Option<(&'static Instrument, Vec<Spot>)>| {
        parts.extend(open.map(|(it, spots)| {
            let citation = it.marked_title() + &listed(&spots);
            Bilingual::new(citation.clone(), citation)
        }));
    };
    for one in all {
        let cited = one.cited();
        open = match (open, cited) {
            (Some((it, mut spots)), Some((next, spot))) if it.id == next.id => {
                spots.extend(spot);
                Some((it, spots))
            }
            (before, cited) => {
                close(&mut parts, before);
                cited.map(|(it, spot)| (it, spot.into_iter().collect()))
            }
        };
        if let Basis::Words(words) = one {
            parts.push((*words).into());
        }
    }
    close(&mut parts, open);
    let joined = |between: &str, pick: fn(&Bilingual) -> &str| {
        let parts: Vec<&str> = parts.iter().map(pick).collect();
        parts.join(between)
    };
    Bilingual::new(joined("；", |one| &one.zh), joined("; ", |one| &one.en))
}

#[cfg(test)]
mod tests {
    use super::{Basis, bases};
    use crate::bilingual::Phrase;
    use crate::law::text::Spot;

    const PLACE: Spot = Spot {
        article: 195,
        suffix: None,
        paragraph: None,
        item: Some(1),
    };

    #[test]
    fn places_of_one_instrument_stand_under_its_title_once() {
        let all = [
            Basis::Provision("civil-code-188-p1"),
            Basis::Provision("civil-code-188-p2"),
            Basis::Place("civil-code", PLACE),
            Basis::Provision("ecommerce-law-20"),
        ];
        let said = "《中华人民共和国民法典》第一百八十八条第一款、第二款、第一百九十五条第一项；\
                    《中华人民共和国电子商务法》第二十条";
        assert_eq!(bases(&all).zh, said);
        assert_eq!(bases(&all).en, said.replace('；', "; "));
    }

    #[test]
    fn consumer_law_is_known_by_provision_and_by_instrument() {
        for (basis, consumers) in [
            (Basis::Provision("consumer-regs-12"), true),
            (Basis::Place("consumer-law", PLACE), true),
            (Basis::Instrument("consumer-penalty-measures"), true),
            (Basis::Provision("civil-code-577"), false),
            (Basis::Place("civil-code", PLACE), false),
            (Basis::Instrument("telecom-appeal-measures"), false),
        ] {
            assert_eq!(basis.is_for_consumers_only(), consumers, "{basis:?}");
        }
    }

    #[test]
    fn what_is_no_law_stays_in_words() {
        let words = Phrase {
            zh: "条号未核",
            en: "article not verified",
        };
        let all = [
            Basis::Instrument("telecom-appeal-measures"),
            Basis::Words(words),
        ];
        assert_eq!(bases(&all).zh, "《电信用户申诉处理办法》；条号未核");
        assert_eq!(
            bases(&all).en,
            "《电信用户申诉处理办法》; article not verified"
        );
    }
}
