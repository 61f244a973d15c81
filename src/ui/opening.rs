/// Which cards are open at first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Opening {
    #[default]
    None,
    First,
    All,
}

impl Opening {
    pub(super) fn opens(self, index: usize) -> bool {
        match self {
            Self::None => false,
            Self::First => index == 0,
            Self::All => true,
        }
    }
}
