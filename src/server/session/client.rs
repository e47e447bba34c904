//! From where a request comes: as much of it as budgets and the list of one's own sessions need.

use std::net::{IpAddr, Ipv6Addr};

use axum::extract::{Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::Response;

/// The address at the other end of the connection; put into the request by `http::serve`.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// Who is at the other end, roughly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// The first 24 bits of an IPv4 address, 64 of an IPv6 one: nobody is named by it.
    pub prefix: String,
    /// "Chrome, Android"
    pub device: String,
}

/// Hangs the client onto the request. `proxies`: addresses whose `X-Forwarded-For` is believed.
pub async fn client(State(proxies): State<std::sync::Arc<[IpAddr]>>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<Peer>().map(|peer| peer.0);
    let address = peer.map(|peer| address(peer, request.headers(), &proxies));
    let client = Client { prefix: address.map(prefix).unwrap_or_default(), device: device(request.headers()) };
    request.extensions_mut().insert(client);
    next.run(request).await
}

/// Behind proxies of ours, the rightmost address that is none of them: whatever stands further left was
/// written by whoever sent the request.
fn address(peer: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> IpAddr {
    if !proxies.contains(&peer) {
        return peer;
    }
    let lines = headers.get_all("x-forwarded-for").into_iter().filter_map(|line| line.to_str().ok());
    let hops: Vec<IpAddr> = lines.flat_map(|line| line.split(',')).filter_map(|hop| hop.trim().parse().ok()).collect();
    hops.into_iter().rev().find(|hop| !proxies.contains(hop)).unwrap_or(peer)
}

fn prefix(address: IpAddr) -> String {
    match address {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
            Some(v4) => prefix(IpAddr::V4(v4)),
            None => {
                let [a, b, c, d, ..] = v6.segments();
                format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
            }
        },
    }
}

/// Browser and system by name. What the browser says of itself is not kept: it tells people apart.
fn device(headers: &HeaderMap) -> String {
    let says = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let first = |names: &[(&str, &'static str)]| names.iter().find(|(sign, _)| says.contains(sign)).map(|(_, name)| *name);
    let browser = first(&[
        ("Edg", "Edge"),
        ("OPR", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("Chrom", "Chrome"),
        ("Safari", "Safari"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ]);
    [browser, system].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forwarded(line: &str) -> HeaderMap {
        [(header::HeaderName::from_static("x-forwarded-for"), line.parse().unwrap())].into_iter().collect()
    }

    #[test]
    fn forwarded_addresses_count_from_our_proxies_only_and_from_the_right() {
        let proxy: IpAddr = "10.0.0.1".parse().unwrap();
        let someone: IpAddr = "198.51.100.7".parse().unwrap();
        let spoofed = forwarded("1.2.3.4, 203.0.113.9, 10.0.0.1");
        assert_eq!(address(someone, &spoofed, &[proxy]), someone);
        assert_eq!(address(proxy, &spoofed, &[proxy]), "203.0.113.9".parse::<IpAddr>().unwrap());
        assert_eq!(address(proxy, &forwarded("rubbish"), &[proxy]), proxy);
    }

    #[test]
    fn only_the_network_is_kept() {
        assert_eq!(prefix("203.0.113.77".parse().unwrap()), "203.0.113.0/24");
        assert_eq!(prefix("::ffff:203.0.113.77".parse().unwrap()), "203.0.113.0/24");
        assert_eq!(prefix("2001:db8:1:2:3:4:5:6".parse().unwrap()), "2001:db8:1:2::/64");
    }

    #[test]
    fn a_device_is_named_as_people_name_it() {
        let phone = "Mozilla/5.0 (Linux; Android 13; SM-A042F) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36";
        assert_eq!(device(&[(header::USER_AGENT, phone.parse().unwrap())].into_iter().collect()), "Chrome, Android");
        assert_eq!(device(&HeaderMap::new()), "");
    }
}
