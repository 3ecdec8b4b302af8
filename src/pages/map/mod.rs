//! Maps: of the events of a list, and small ones beside records and forms.

pub mod basemap;
pub mod events;
pub mod locator;
pub mod symbol;
pub mod view;
