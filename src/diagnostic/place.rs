//! Places in a case file: routes such as `orders[0].platform_order_no`, and where they stand in its bytes.

use std::collections::BTreeMap;
use std::ops::Range;

/// Which part of a field is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Its key.
    Key,
    /// Its value.
    Value,
    /// The key where there is one, else the start of the value.
    Whole,
}

/// A place in the case file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A field or a list item, by its route with English keys. A route that the file does not have stands for the
    /// nearest one around it that the file has.
    Route {
        /// The route.
        route: String,
        /// Which part of it.
        part: Part,
    },
    /// A range of bytes of the text.
    Bytes(Range<usize>),
}

impl Place {
    /// The key of a field.
    pub fn key(route: impl Into<String>) -> Self {
        Self::Route {
            route: route.into(),
            part: Part::Key,
        }
    }

    /// The value of a field.
    pub fn value(route: impl Into<String>) -> Self {
        Self::Route {
            route: route.into(),
            part: Part::Value,
        }
    }

    /// A field or list item as a whole.
    pub fn whole(route: impl Into<String>) -> Self {
        Self::Route {
            route: route.into(),
            part: Part::Whole,
        }
    }
}

/// Where one field or list item stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The key; a list item has none.
    pub key: Option<Range<usize>>,
    /// The value; of a map, its first key.
    pub value: Range<usize>,
    /// The value, where it is text.
    pub text: Option<String>,
}

/// Where everything in a case file stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    spots: BTreeMap<String, Spot>,
}

impl Places {
    /// Records a field or list item; what is recorded first stays.
    pub fn insert(&mut self, route: &str, spot: Spot) {
        self.spots.entry(route.to_owned()).or_insert(spot);
    }

    /// Records a second route to what stands at a route, unless something stands there already.
    pub fn also_as(&mut self, stands_at: &str, known_as: &str) {
        if let Some(spot) = self.get(stands_at) {
            // The text is searched where it stands, and not twice.
            let spot = Spot {
                text: None,
                ..spot.clone()
            };
            self.insert(known_as, spot);
        }
    }

    /// Takes a record back, for a fuller one.
    pub fn forget(&mut self, route: &str) {
        self.spots.remove(route);
    }

    /// The spot of exactly this route.
    pub fn get(&self, route: &str) -> Option<&Spot> {
        self.spots.get(route)
    }

    /// The bytes of a place.
    pub fn range(&self, place: &Place) -> Option<Range<usize>> {
        let (route, part) = match place {
            Place::Bytes(range) => return Some(range.clone()),
            Place::Route { route, part } => (route.as_str(), *part),
        };
        if let Some(spot) = self.get(route) {
            return Some(spot.range(part));
        }
        let mut route = route;
        while let Some(end) = route.rfind(['.', '[']) {
            route = &route[..end];
            if let Some(spot) = self.get(route) {
                return Some(spot.range(Part::Whole));
            }
        }
        None
    }

    /// The routes of the values that contain a character, in the order of the file.
    pub fn find_char(&self, c: char) -> Vec<String> {
        self.find(|text| text.contains(c))
    }

    /// The routes of the values that a test accepts, in the order of the file.
    pub fn find(&self, accepts: impl Fn(&str) -> bool) -> Vec<String> {
        let hits = self
            .spots
            .iter()
            .filter(|(_, spot)| spot.text.as_deref().is_some_and(&accepts));
        let mut hits: Vec<(usize, &String)> = hits
            .map(|(route, spot)| (spot.value.start, route))
            .collect();
        hits.sort();
        hits.into_iter().map(|(_, route)| route.clone()).collect()
    }
}

impl Spot {
    fn range(&self, part: Part) -> Range<usize> {
        match (part, &self.key) {
            (Part::Key | Part::Whole, Some(key)) => key.clone(),
            _ => self.value.clone(),
        }
    }
}
