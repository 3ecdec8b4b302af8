//! What the furniture of pages and messages says, out of `furniture.txt`.

use std::sync::LazyLock;

const FILE: &str = include_str!("furniture.txt");

/// A section of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    /// Words that ask to share or follow.
    Share,
    /// Networks, and what else such buttons do.
    Platforms,
    /// Words that stand between those.
    ShareFillers,
    /// Lines of menus that are nothing else.
    Menu,
    /// Items of menus that may be headings of a statement too: cut only in company.
    MenuItems,
    /// Languages by their own names, as a choice of languages has them.
    Languages,
    /// What asks for an address.
    Subscribe,
    /// For what it is asked.
    Newsletter,
    /// Lines that belong to such a form or to a message sent to many.
    Mailing,
    /// Fields of forms.
    Fields,
    /// With "cookie", what makes a line a notice of a site.
    Cookies,
    /// The foot of a site.
    Footer,
    /// Lines of the foot that are nothing else.
    FooterLines,
    /// Headings above links to other pages.
    Related,
    /// How lines begin that lead to another form of the same text.
    Download,
    /// Of those, the ones that are buttons by themselves.
    Buttons,
    /// With such a beginning, what shows that it is a link, whatever its length.
    LinkWords,
    /// How the lines for enquiries begin.
    Contact,
    /// Headings at which a block of contacts ends: what follows belongs to the statement.
    Sections,
    /// Lines that mark the end of a release.
    EndMarks,
    /// Headings above comments of readers.
    Comments,
}

impl Section {
    const ALL: [Self; 21] = [
        Self::Share,
        Self::Platforms,
        Self::ShareFillers,
        Self::Menu,
        Self::MenuItems,
        Self::Languages,
        Self::Subscribe,
        Self::Newsletter,
        Self::Mailing,
        Self::Fields,
        Self::Cookies,
        Self::Footer,
        Self::FooterLines,
        Self::Related,
        Self::Download,
        Self::Buttons,
        Self::LinkWords,
        Self::Contact,
        Self::Sections,
        Self::EndMarks,
        Self::Comments,
    ];

    const fn heading(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::Platforms => "platforms",
            Self::ShareFillers => "share-fillers",
            Self::Menu => "menu",
            Self::MenuItems => "menu-items",
            Self::Languages => "languages",
            Self::Subscribe => "subscribe",
            Self::Newsletter => "newsletter",
            Self::Mailing => "mailing",
            Self::Fields => "fields",
            Self::Cookies => "cookies",
            Self::Footer => "footer",
            Self::FooterLines => "footer-lines",
            Self::Related => "related",
            Self::Download => "download",
            Self::Buttons => "buttons",
            Self::LinkWords => "link-words",
            Self::Contact => "contact",
            Self::Sections => "sections",
            Self::EndMarks => "end-marks",
            Self::Comments => "comments",
        }
    }

    /// Its phrases.
    pub fn phrases(self) -> &'static [&'static str] {
        &PHRASES[self as usize]
    }

    /// Whether a text is one of its phrases.
    pub fn has(self, text: &str) -> bool {
        self.phrases().contains(&text)
    }
}

static PHRASES: LazyLock<Vec<Vec<&'static str>>> =
    LazyLock::new(|| Section::ALL.iter().map(|section| read(section.heading())).collect());

fn read(heading: &str) -> Vec<&'static str> {
    let mut within = false;
    let mut phrases = Vec::new();
    for line in FILE.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(other) => within = other == heading,
            None if within => {
                phrases.extend(line.split(',').map(str::trim).filter(|phrase| !phrase.is_empty()));
            }
            None => {}
        }
    }
    phrases
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::fold;

    #[test]
    fn every_section_is_known_and_has_folded_phrases() {
        let headings = FILE.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']'));
        let known: Vec<&str> = Section::ALL.iter().map(|section| section.heading()).collect();
        assert_eq!(headings.collect::<Vec<_>>(), known);
        for section in Section::ALL {
            assert!(!section.phrases().is_empty());
            for phrase in section.phrases() {
                assert_eq!(&fold(phrase), phrase, "{section:?}");
            }
        }
    }
}
