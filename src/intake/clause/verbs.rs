//! Auxiliaries and other small words around verbs.

pub(super) fn is_be(word: &str) -> bool {
    matches!(
        word,
        "is" | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "being"
            | "am"
            | "got"
            | "gets"
            | "est"
            | "sont"
            | "etait"
            | "etaient"
            | "ete"
            | "fut"
            | "furent"
            | "etre"
            | "sera"
            | "seront"
            | "etant"
    )
}

pub(super) fn is_have(word: &str) -> bool {
    matches!(
        word,
        "have"
            | "has"
            | "had"
            | "having"
            | "ve"
            | "a"
            | "ont"
            | "avait"
            | "avaient"
            | "ayant"
            | "aurait"
            | "auraient"
            | "eut"
    )
}

pub(super) fn is_modal(word: &str) -> bool {
    matches!(
        word,
        "will"
            | "would"
            | "shall"
            | "should"
            | "can"
            | "could"
            | "may"
            | "might"
            | "must"
            | "ought"
            | "cannot"
            | "ll"
            | "doit"
            | "doivent"
            | "devrait"
            | "devraient"
            | "peut"
            | "peuvent"
            | "pourrait"
            | "pourraient"
            | "sera"
            | "seront"
            | "serait"
            | "seraient"
            | "devra"
            | "devront"
            | "pouvait"
    )
}

pub(super) fn is_negation(word: &str) -> bool {
    matches!(
        word,
        "not"
            | "never"
            | "neither"
            | "nor"
            | "cannot"
            | "n't"
            | "pas"
            | "jamais"
            | "isnt"
            | "wasnt"
            | "werent"
            | "hasnt"
            | "havent"
            | "hadnt"
            | "didnt"
            | "doesnt"
            | "dont"
            | "wont"
            | "n"
            | "ne"
    )
}

/// Verbs after which an infinitive is told as done.
pub(super) fn makes_real(word: &str) -> bool {
    matches!(
        word,
        "continue"
            | "continues"
            | "continued"
            | "began"
            | "begun"
            | "started"
            | "proceeded"
            | "went"
            | "goes"
            | "gone"
            | "decided"
            | "ordered"
            | "voted"
            | "managed"
            | "reported"
            | "reportedly"
            | "believed"
            | "said"
            | "alleged"
            | "moved"
            | "chose"
            | "commence"
            | "forced"
            | "decision"
            | "vote"
            | "move"
            | "decides"
            | "orders"
    )
}
