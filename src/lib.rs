//! Smart Kampung: village offices of Banyuwangi serve, market and teach.
