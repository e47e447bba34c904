use std::fmt;
use std::vec::IntoIter;

use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, SeqAccess, VariantAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::json::Json;

/// A view, a refusal or a way on, from the text that the server wrote with `serde_json`. `None` when it
/// is none: a proxy's error page, a cut line, another release's view.
///
/// Not with `serde_json` itself, which compiles the reading of text, of fields in any order and of
/// lists once more for every type, with a sentence for each fault: a quarter of the browser's code.
/// Here the text is read once without types, and a struct is handed its fields in its own order.
/// Hence no `alias`, `flatten` or `untagged` in what the browser reads.
pub fn from_json<V: DeserializeOwned>(text: &str) -> Option<V> {
    V::deserialize(Json::read(text)?).ok()
}

/// The text is not ours. Why does not matter: a person is told to try again.
#[derive(Debug)]
pub struct NotOurs;

impl fmt::Display for NotOurs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an answer of ours")
    }
}

impl std::error::Error for NotOurs {}

impl Error for NotOurs {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl<'de> Deserializer<'de> for Json {
    type Error = NotOurs;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotOurs> {
        match self {
            Self::Bool(yes) => visitor.visit_bool(yes),
            Self::Number(number) => visitor.visit_i64(number),
            Self::Text(text) => visitor.visit_string(text),
            _ => Err(NotOurs),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotOurs> {
        match self {
            Self::Null => visitor.visit_none(),
            some => visitor.visit_some(some),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, NotOurs> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotOurs> {
        match self {
            Self::List(items) => visitor.visit_seq(Items(items.into_iter())),
            _ => Err(NotOurs),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, NotOurs> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(self, _: &'static str, _: usize, visitor: V) -> Result<V::Value, NotOurs> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotOurs> {
        visitor.visit_seq(Items(self.in_order(fields).ok_or(NotOurs)?.into_iter()))
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, NotOurs> {
        match self {
            Self::Text(name) => visitor.visit_enum(Variant(name, Self::Null)),
            Self::Object(mut pairs) if pairs.len() == 1 => {
                let (name, content) = pairs.remove(0);
                visitor.visit_enum(Variant(name, content))
            }
            _ => Err(NotOurs),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct map identifier ignored_any
    }
}

/// The items of a list, or the fields of a struct; a missing one leaves it to the struct's default.
struct Items(IntoIter<Json>);

impl<'de> SeqAccess<'de> for Items {
    type Error = NotOurs;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, NotOurs> {
        match self.0.next() {
            None | Some(Json::Missing) => Ok(None),
            Some(item) => seed.deserialize(item).map(Some),
        }
    }
}

struct Variant(String, Json);

impl<'de> EnumAccess<'de> for Variant {
    type Error = NotOurs;
    type Variant = Json;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Json), NotOurs> {
        Ok((seed.deserialize(Json::Text(self.0))?, self.1))
    }
}

impl<'de> VariantAccess<'de> for Json {
    type Error = NotOurs;

    fn unit_variant(self) -> Result<(), NotOurs> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, NotOurs> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, NotOurs> {
        self.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, NotOurs> {
        self.deserialize_struct("", fields, visitor)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::Serialize;

    use super::*;
    use crate::access::{Code, Incident, Refusal};
    use crate::domain::{AccountId, Day, Instant, TimeOfDay, WallTime};
    use crate::forms::testing::every_problem_code;
    use crate::forms::{Choice, Problems};
    use crate::ui::wire::{Next, Redraw};

    fn comes_back<V: Serialize + DeserializeOwned + PartialEq + fmt::Debug>(sent: &V) {
        let text = serde_json::to_string(sent).expect("JSON");
        assert_eq!(from_json::<V>(&text).as_ref(), Some(sent), "{text}");
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            assert_eq!(from_json::<V>(&text[..end]), None, "a cut line: {}", &text[..end]);
        }
    }

    fn problems() -> Problems {
        let mut problems = Problems::default();
        every_problem_code().into_iter().for_each(|code| problems.add("wilayah.desa", code));
        problems
    }

    #[test]
    fn every_kind_of_refusal_comes_back_as_it_was_sent() {
        let stale = |by| Refusal::Stale { by, at: Instant::from_micros(-1) };
        comes_back(&[Refusal::NotFound, Refusal::Conflict(Code::NotRead), Refusal::Told("Kata “mereka”.".to_owned())]);
        comes_back(&[Refusal::TooMany { retry_after: 60 }]);
        comes_back(&[stale(None), stale(Some(AccountId::from_u128(7))), Refusal::Internal(Incident(u32::MAX))]);
        comes_back(&Redraw {
            action: "/api/a".to_owned(),
            page: String::new(),
            typed: vec![("nama".to_owned(), "\"\\</script>\n\t\u{1}é😀".to_owned())],
            refusal: Refusal::Invalid(problems()),
        });
    }

    #[test]
    fn what_a_screen_is_given_comes_back_as_it_was_sent() {
        let time = TimeOfDay::new(9, 30).expect("a time");
        comes_back(&Some(WallTime { day: Day::new(2026, 11, 24).expect("a day"), time }));
        comes_back(&vec![Choice { code: "ya".to_owned(), label: "Ya".to_owned(), of: None }]);
        comes_back(&(true, None::<String>, Vec::<u8>::new(), i64::MIN, u32::MAX));
    }

    #[test]
    fn spaces_order_unknown_fields_and_missing_defaults_do_not_matter() {
        let next = from_json::<Next>(" { \"more\" : [ 1 , { } ] ,\r\n\"to\" : \"\\u003c\" } ");
        assert_eq!(next, Some(Next::to("<")));
    }

    #[test]
    fn what_is_none_of_ours_is_refused() {
        let deep = "[".repeat(100_000);
        for text in
            ["", "<html>", "{}", "[]", "{\"to\":1}", "{\"to\":\"\"}x", "{\"to\":\"\",\"afresh\":1.5}", "{\"to\":\"\\ud83d\"}", &deep]
        {
            assert_eq!(from_json::<Next>(text), None, "{text}");
        }
        assert_eq!(from_json::<u8>("256"), None);
    }

    proptest! {
        #[test]
        fn no_text_is_changed_on_the_way(text: String) {
            prop_assert_eq!(from_json::<String>(&serde_json::to_string(&text).expect("JSON")), Some(text));
        }
    }
}
