//! Every control works by touch and by the keyboard alone, is large enough, and has a name of its own.
