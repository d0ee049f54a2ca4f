//! Time limits as entries of a calendar file.

use super::Deadline;
use crate::bilingual::Bilingual;
use crate::ical::Entry;
use crate::moment::Moment;

impl Deadline {
    /// The entry of the day that is shown first, with its mark in the title and its reminders; none where no date is
    /// known. `case` tells this case from others, so that a later file replaces the entries of an earlier one; `say`
    /// chooses the language.
    pub fn entry(
        &self,
        case: &str,
        now: Moment,
        say: impl Fn(Bilingual) -> String,
    ) -> Option<Entry> {
        let at = self.date()?;
        let title = say(self.rule.title.into());
        let title = match self.mark() {
            Some(mark) => format!("「{}」{title}", say(mark)),
            None => title,
        };
        let basis = self.basis();
        let confidence = self.rule.confidence;
        let basis = Bilingual::new(
            format!("依据：{}（可信度 {confidence:?}）", basis.zh),
            format!("Basis: {} (confidence {confidence:?})", basis.en),
        );
        let text = [
            say(self.says(now)),
            say(self.rule.effect.into()),
            say(basis),
        ];
        Some(Entry {
            id: format!("{case}/{}", self.rule.id),
            at,
            title,
            text: text.join("\n"),
            alarms: self.alarms().into_iter().map(|alarm| alarm.at).collect(),
        })
    }
}
