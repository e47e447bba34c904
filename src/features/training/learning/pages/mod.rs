mod learned;
mod learning;

pub use learned::LearnedPage;
pub use learning::LearningPage;
