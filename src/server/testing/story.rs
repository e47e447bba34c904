use std::future::Future;

use super::World;

/// Each story becomes two tests, `<name>::on_sqlite` and `<name>::on_postgresql`.
macro_rules! on_both_databases {
    ($($(#[$doc:meta])* async fn $name:ident($world:ident: World) $body:block)*) => {$(
        $(#[$doc])*
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            async fn story($world: $crate::server::testing::World) $body

            #[test]
            fn on_sqlite() {
                $crate::server::testing::on_sqlite(story);
            }

            #[test]
            fn on_postgresql() {
                $crate::server::testing::on_postgresql(story);
            }
        }
    )*};
}
pub(crate) use on_both_databases;

pub fn on_sqlite<F: Future<Output = ()>>(story: impl FnOnce(World) -> F) {
    tell(World::on_sqlite(), story);
}

pub fn on_postgresql<F: Future<Output = ()>>(story: impl FnOnce(World) -> F) {
    tell(World::on_postgresql(), story);
}

fn tell<F: Future<Output = ()>>(world: impl Future<Output = World>, story: impl FnOnce(World) -> F) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let world = world.await;
        let (db, _folder) = (world.db.clone(), world.folder.clone());
        story(world).await;
        db.close().await;
    });
}
