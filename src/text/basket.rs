//! What the server says of a basket.

pub struct BasketWords {
    pub nothing: &'static str,
    /// Before and behind the number of fields.
    pub to_correct: &'static str,
    pub to_correct_end: &'static str,
    /// Behind the name of a product.
    pub sold_out: &'static str,
    /// Behind how many.
    pub gone: &'static str,
    pub total: &'static str,
    /// Before and behind the name of the product whose price begins somewhere.
    pub no_total: &'static str,
    pub begins: &'static str,
    pub too_much: &'static str,
}

pub const ID: BasketWords = BasketWords {
    nothing: "Isi jumlah pada paling sedikit satu produk.",
    to_correct: "Ada ",
    to_correct_end: " produk yang perlu dibetulkan",
    sold_out: " sedang habis, jadi tidak ikut dipesan.",
    gone: " produk sudah tidak dijual di toko ini, jadi tidak ikut dipesan.",
    total: "Total ",
    no_total: "Belum ada total: harga ",
    begins: " baru mulai dari angka itu. Penjual yang menghitung.",
    too_much: "Belum ada total: pesanannya terlalu besar. Penjual yang menghitung.",
};

pub const EN: BasketWords = BasketWords {
    nothing: "Enter an amount for at least one product.",
    to_correct: "Products to correct: ",
    to_correct_end: "",
    sold_out: " is sold out, so it is not ordered.",
    gone: " product(s) are no longer sold by this shop, so they are not ordered.",
    total: "Total ",
    no_total: "No total yet: the price of ",
    begins: " only begins there. The seller works it out.",
    too_much: "No total yet: the order is too large. The seller works it out.",
};
