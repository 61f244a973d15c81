//! The memory of the wasm. Each block has a power of two of bytes, and a block that is freed waits in the list of its size for the next one.
//!
//! General allocators join free blocks, which takes 0.7 KB more of code. Here most memory is the article's, and all of it is freed together.

use std::alloc::{GlobalAlloc, Layout};
use std::arch::wasm32::memory_grow;
use std::cell::Cell;
use std::ptr::null_mut;

/// The bytes of a page of memory.
const PAGE: usize = 1 << 16;

/// The last byte of the smallest block, which has room for the address of the next one, and for what must stand at a multiple of 16.
const SMALLEST: usize = 15;

pub struct Memory {
    /// For each size, the first free block, which has the address of the next one; or 0.
    free: [Cell<usize>; 32],
    /// What was never used, from here to there.
    unused: Cell<usize>,
    end: Cell<usize>,
}

impl Memory {
    pub const fn new() -> Self {
        Self { free: [const { Cell::new(0) }; 32], unused: Cell::new(0), end: Cell::new(0) }
    }
}

/// The power of two that is the size of a block.
fn power(layout: Layout) -> u32 {
    usize::BITS - ((layout.size() - 1) | SMALLEST).leading_zeros()
}

// SAFETY: a wasm without threads has one.
unsafe impl Sync for Memory {}

// SAFETY: a block is in use, in one list, or behind `unused`, and its size is at least the one that was asked for.
unsafe impl GlobalAlloc for Memory {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let power = power(layout);
        let free = &self.free[power as usize & 31];
        let block = free.get();
        if block != 0 {
            // SAFETY: a free block begins with the address of the next one.
            free.set(unsafe { *(block as *const usize) });
            return block as *mut u8;
        }
        let size = 1 << power;
        if self.end.get() - self.unused.get() < size {
            let pages = size.div_ceil(PAGE);
            let before = memory_grow(0, pages);
            if before == usize::MAX {
                return null_mut();
            }
            // Pages that follow each other are one piece.
            if before * PAGE != self.end.get() {
                self.unused.set(before * PAGE);
            }
            self.end.set((before + pages) * PAGE);
        }
        let block = self.unused.get();
        self.unused.set(block + size);
        block as *mut u8
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        let free = &self.free[power(layout) as usize & 31];
        // SAFETY: the block has room for an address, and nobody uses it any more.
        unsafe { *block.cast() = free.get() };
        free.set(block as usize);
    }
}
