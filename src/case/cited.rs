//! Which exhibits a case makes use of.

use std::collections::BTreeSet;

use super::Case;

impl Case {
    /// The positions of the exhibits that prove nothing and that no other part of the case refers to.
    pub fn uncited(&self) -> Vec<usize> {
        let cited = self.referred_to();
        let items = self.evidence.iter().enumerate();
        items
            .filter(|(index, item)| item.proves.is_empty() && !cited.contains(index))
            .map(|(index, _)| index)
            .collect()
    }

    /// The positions of the exhibits that any other part of the case refers to.
    fn referred_to(&self) -> BTreeSet<usize> {
        let parties = self.respondents.iter().flat_map(|one| {
            let source = one.identified_by.as_ref().map(|source| &source.evidence);
            let link = one.payee_link.as_ref().map(|link| &link.evidence);
            source.into_iter().chain(link)
        });
        let promises = self.orders.iter().filter_map(|one| one.promise.as_ref());
        let lists = parties
            .chain(self.orders.iter().map(|one| &one.evidence))
            .chain(promises.map(|one| &one.evidence))
            .chain(self.payments.iter().map(|one| &one.evidence))
            .chain(self.delivery.iter().map(|one| &one.evidence))
            .chain(self.contacts.iter().map(|one| &one.evidence))
            .chain(self.facts.iter().map(|one| &one.evidence))
            .chain(self.deceptions.iter().map(|one| &one.evidence))
            .chain(self.notices.iter().map(|one| &one.evidence))
            .chain(self.claims.iter().map(|one| &one.evidence))
            .chain(self.filings.iter().flatten().map(|one| &one.evidence));
        lists.flatten().copied().collect()
    }
}
