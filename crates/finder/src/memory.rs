//! The allocator of the finder. Blocks have a power of two of bytes; those that are free are a list for each size, so that what an article leaves is
//! used by the next one. talc, which the other programs have, is 0.6 KB more for readers, to join free blocks again.

use std::alloc::{GlobalAlloc, Layout};
use std::arch::wasm32::{memory_grow, memory_size};
use std::cell::Cell;
use std::ptr;

/// The least size of a block, and the alignment of all of them.
const LEAST: usize = 16;

/// The unit in which memory grows, in bytes.
const PAGE: usize = 65_536;

/// A free block, which begins with the address of the next one of its size.
type Free = Cell<*mut u8>;

pub struct Memory {
    /// For each power of two, the first free block.
    free: [Free; usize::BITS as usize],
    /// Where memory begins that was never used; 0 before the first block. It ends with the whole memory.
    unused: Cell<usize>,
}

// SAFETY: a wasm that shares no memory has one thread.
unsafe impl Sync for Memory {}

impl Memory {
    pub const fn new() -> Self {
        Self { free: [const { Cell::new(ptr::null_mut()) }; usize::BITS as usize], unused: Cell::new(0) }
    }

    /// A block that was never used; null if there is no memory left.
    fn unused(&self, size: usize) -> *mut u8 {
        let end = memory_size(0) * PAGE;
        // The rest of the first page stays unused, because the linker alone knows where it begins.
        let block = if self.unused.get() == 0 { end } else { self.unused.get() };
        if size > end - block && memory_grow(0, (size - (end - block)).div_ceil(PAGE)) == usize::MAX {
            return ptr::null_mut();
        }
        self.unused.set(block + size);
        ptr::without_provenance_mut(block)
    }
}

/// The size of the block for a layout.
fn size(layout: Layout) -> usize {
    debug_assert!(layout.align() <= LEAST, "all blocks have the same alignment");
    layout.size().max(LEAST).next_power_of_two()
}

// SAFETY: a block is in one list or in use, and as large as the layout asks. Layouts with an alignment above 16 do not occur in the finder.
unsafe impl GlobalAlloc for Memory {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let size = size(layout);
        let first = &self.free[size.trailing_zeros() as usize];
        let block = first.get();
        if block.is_null() {
            return self.unused(size);
        }
        // SAFETY: a free block begins with an address.
        first.set(unsafe { *block.cast() });
        block
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        let first = &self.free[size(layout).trailing_zeros() as usize];
        // SAFETY: the block has at least 16 bytes, and nobody uses it any more.
        unsafe { *block.cast() = first.get() };
        first.set(block);
    }
}
