use std::marker::PhantomData;

use leptos::server_fn::ServerFn;
use serde::Serialize;

use super::side;

/// What a page may ask for: the path of a server function and the view that it answers with.
pub struct Read<V> {
    pub(super) path: &'static str,
    /// The function itself on the server, where a read is a plain call; nothing in the browser.
    pub(super) run: side::Run,
    view: PhantomData<fn() -> V>,
}

impl<V> Clone for Read<V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<V> Copy for Read<V> {}

/// The read of a server function: `pub const QUEUE: Read<QueueView> = read::<ReadQueue, _>();`
pub const fn read<F, V>() -> Read<V>
where
    F: side::Runs<V> + 'static,
    V: Serialize + 'static,
{
    Read { path: <F as ServerFn>::PATH, run: side::runner::<F, V>(), view: PhantomData }
}

impl<V> Read<V> {
    pub(in crate::ui) const fn erased(self) -> (&'static str, side::Run) {
        (self.path, self.run)
    }
}
