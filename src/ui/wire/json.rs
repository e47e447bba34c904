use std::mem;

/// What the server sends, as a tree without types. Whole numbers only: no view of ours has others.
#[derive(Debug, Default, PartialEq, Eq)]
pub enum Json {
    /// A field that the object does not have; never read from a text.
    #[default]
    Missing,
    Null,
    Bool(bool),
    Number(i64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

/// Deeper than any view nests; a text that nests deeper is not ours.
const DEEPEST: u8 = 64;

impl Json {
    /// `None` when the text is no answer of ours: a proxy's error page, a cut line.
    pub fn read(text: &str) -> Option<Self> {
        let mut reader = Reader { rest: text };
        let json = reader.value(DEEPEST)?;
        reader.rest.trim_ascii_start().is_empty().then_some(json)
    }

    /// The values of an object in the order of `fields`.
    pub fn in_order(self, fields: &[&str]) -> Option<Vec<Self>> {
        let Self::Object(mut pairs) = self else { return None };
        let mut value = |field: &&str| pairs.iter_mut().find(|(name, _)| name == field).map(|(_, value)| mem::take(value));
        Some(fields.iter().map(|field| value(field).unwrap_or_default()).collect())
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn take(&mut self, token: &str) -> bool {
        let rest = self.rest.trim_ascii_start().strip_prefix(token);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn value(&mut self, depth: u8) -> Option<Json> {
        let depth = depth.checked_sub(1)?;
        Some(if self.take("\"") {
            Json::Text(self.text()?)
        } else if self.take("{") {
            let pair = |reader: &mut Self| {
                let name = reader.take("\"").then(|| reader.text())??;
                reader.take(":").then(|| reader.value(depth))?.map(|value| (name, value))
            };
            Json::Object(self.until("}", pair)?)
        } else if self.take("[") {
            Json::List(self.until("]", |reader| reader.value(depth))?)
        } else if self.take("null") {
            Json::Null
        } else if self.take("true") {
            Json::Bool(true)
        } else if self.take("false") {
            Json::Bool(false)
        } else {
            Json::Number(self.number()?)
        })
    }

    /// Items with commas between them.
    fn until<T>(&mut self, end: &str, item: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut items = Vec::new();
        while !self.take(end) {
            if !items.is_empty() && !self.take(",") {
                return None;
            }
            items.push(item(self)?);
        }
        Some(items)
    }

    fn number(&mut self) -> Option<i64> {
        let text = self.rest.trim_ascii_start();
        let end = text.bytes().position(|byte| byte != b'-' && !byte.is_ascii_digit()).unwrap_or(text.len());
        let (number, rest) = text.split_at(end);
        self.rest = rest;
        number.parse().ok()
    }

    /// From behind the first quote to behind the last one.
    fn text(&mut self) -> Option<String> {
        let mut text = String::new();
        loop {
            let end = self.rest.bytes().position(|byte| byte == b'"' || byte == b'\\')?;
            let (plain, rest) = self.rest.split_at(end);
            text.push_str(plain);
            let mut letters = rest.chars();
            let closed = letters.next() == Some('"');
            self.rest = letters.as_str();
            if closed {
                return Some(text);
            }
            text.push(self.escaped()?);
        }
    }

    /// What stands behind a backslash. Letters beyond the first plane are never sent escaped.
    fn escaped(&mut self) -> Option<char> {
        let mut letters = self.rest.chars();
        let letter = match letters.next()? {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'u' => {
                let digits = self.rest.get(1..5)?;
                self.rest = self.rest.get(5..)?;
                return char::from_u32(u32::from_str_radix(digits, 16).ok()?);
            }
            other => other,
        };
        self.rest = letters.as_str();
        Some(letter)
    }
}
