use super::moment::{Held, of_training};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{BlobId, TrainingId};
use crate::features::training::material::takes_material;
use crate::features::training::policy::{self, Facts};
use crate::features::training::{Material, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::blobs::Stored;
use crate::server::db::WriteScope;

/// Gives those who take part a file. Its bytes are on the disk before.
#[derive(Clone, Debug)]
pub struct AddMaterial {
    pub training: TrainingId,
    pub file: Stored,
    /// What it is.
    pub title: String,
}

pub struct Adding {
    held: Held,
    there: usize,
    file: Stored,
    new: Option<Material>,
}

impl Act for AddMaterial {
    type Record = Adding;
    type Done = BlobId;
    const NAME: ActName = ActName::AddMaterial;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Adding, Refusal> {
        // Held, so that two at once are counted one after the other.
        let held = Held::find(scope, self.training).await?;
        let there = store::materials(scope, self.training).await?.len();
        Ok(Adding { held, there, file: self.file.clone(), new: None })
    }

    fn decide(&self, actor: &Actor, _: &Adding) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, adding: &mut Adding, cx: &Moment) -> Result<Change<BlobId>, Refusal> {
        takes_material(&adding.held.training, adding.there)?;
        let id = cx.fresh::<BlobId>();
        adding.new = Some(Material {
            id,
            training: self.training,
            name: self.file.name.clone(),
            is_pdf: self.file.media == Material::PDF,
            size_bytes: self.file.size_bytes,
            title: self.title.clone(),
        });
        Ok(Change::of(of_training(self.training), id).fields(&["material"]))
    }

    async fn save(adding: &Adding, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        match &adding.new {
            Some(new) => store::add_material(scope, new, &adding.file).await,
            None => Ok(()),
        }
    }
}

/// Takes a file away again.
#[derive(Clone, Debug)]
pub struct RemoveMaterial {
    pub file: BlobId,
}

impl Act for RemoveMaterial {
    type Record = Material;
    /// Of which training it was.
    type Done = TrainingId;
    const NAME: ActName = ActName::RemoveMaterial;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Material, Refusal> {
        store::material(scope, self.file).await
    }

    fn decide(&self, actor: &Actor, _: &Material) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, material: &mut Material, _: &Moment) -> Result<Change<TrainingId>, Refusal> {
        Ok(Change::of(of_training(material.training), material.training).fields(&["material"]))
    }

    async fn save(material: &Material, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::remove_material(scope, material.id).await
    }
}
