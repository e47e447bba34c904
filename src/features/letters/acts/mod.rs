mod cross_out;

pub use cross_out::CrossOut;
