/// Which cards are open at first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Opening {
    #[default]
    None,
    First,
    All,
}

impl Opening {
    /// As the attribute `open` says it.
    pub fn read(name: &str) -> Option<Self> {
        [Self::None, Self::First, Self::All].into_iter().find(|opening| opening.name() == name)
    }

    /// What the attribute `open` calls it: `none`, `first` or `all`.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::First => "first",
            Self::All => "all",
        }
    }

    pub(super) fn opens(self, index: usize) -> bool {
        match self {
            Self::None => false,
            Self::First => index == 0,
            Self::All => true,
        }
    }
}
