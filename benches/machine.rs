/// The machine in one line: a figure means nothing without it.
pub fn describe() -> String {
    let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let after = |text: &str, name: &str| {
        text.lines().find(|line| line.starts_with(name)).and_then(|line| line.split(':').nth(1)).unwrap_or("?").trim().to_owned()
    };
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let (cpu, memory) = (after(&read("/proc/cpuinfo"), "model name"), after(&read("/proc/meminfo"), "MemTotal"));
    let kernel = read("/proc/sys/kernel/osrelease").trim().to_owned();
    format!("{cores} cores ({cpu}), {memory} of memory, Linux {kernel}; release build, generator on the same cores")
}
