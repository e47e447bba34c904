//! The child fences itself in, in this order, before it reads a byte: resource limits, Landlock
//! without any path, a list of the few system calls that computing needs. None of it can be undone.

use landlock::{ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr, RulesetStatus, Scope};
use rustix::process::{Resource, Rlimit, setrlimit};
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen as Len, SeccompCmpOp as Op, SeccompCondition as Condition, SeccompFilter, SeccompRule,
};

use super::probe::Landlock;

/// A part of the fence could not be put up; the child ends without reading anything.
#[derive(Debug)]
pub struct NoFence;

/// Memory, processor time and open files. A core dump would write somebody's papers to the disk, so
/// there is none; a file size of zero stops every write that is not into a pipe.
pub fn limit_resources(memory_bytes: u64) -> Result<(), NoFence> {
    let limits = [(Resource::As, memory_bytes), (Resource::Cpu, 5), (Resource::Nofile, 8), (Resource::Core, 0), (Resource::Fsize, 0)];
    for (resource, most) in limits {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) }).map_err(|_| NoFence)?;
    }
    Ok(())
}

/// No path, no TCP port, no signal to a process outside. A kernel without Landlock is reported, not
/// refused: the list of system calls below holds without it.
pub fn close_files() -> Landlock {
    let closed = Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(ABI::V5))
        .and_then(|rules| rules.handle_access(AccessNet::from_all(ABI::V4)))
        .and_then(|rules| rules.scope(Scope::from_all(ABI::V6)))
        .and_then(Ruleset::create)
        .and_then(landlock::RulesetCreated::restrict_self);
    match closed.map(|status| status.ruleset) {
        Ok(RulesetStatus::FullyEnforced) => Landlock::Full,
        Ok(RulesetStatus::PartiallyEnforced) => Landlock::Partial,
        Ok(RulesetStatus::NotEnforced) | Err(_) => Landlock::Absent,
    }
}

/// What computing needs: pipes, memory, threads of this process, randomness for hash maps, an end.
/// All else answers "not implemented" instead of killing, so that a library that would like to look
/// at `/proc` falls back, and glibc takes `clone` for `clone3`, whose flags no filter can read.
pub fn close_system_calls() -> Result<(), NoFence> {
    let free = [
        libc::SYS_read,
        libc::SYS_write,
        libc::SYS_writev,
        libc::SYS_close,
        libc::SYS_brk,
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_madvise,
        libc::SYS_futex,
        libc::SYS_sched_yield,
        libc::SYS_sched_getaffinity,
        libc::SYS_clock_gettime,
        libc::SYS_clock_nanosleep,
        libc::SYS_getrandom,
        libc::SYS_gettid,
        libc::SYS_getpid,
        libc::SYS_rseq,
        libc::SYS_set_robust_list,
        libc::SYS_sigaltstack,
        libc::SYS_rt_sigaction,
        libc::SYS_rt_sigprocmask,
        libc::SYS_rt_sigreturn,
        libc::SYS_restart_syscall,
        libc::SYS_exit,
        libc::SYS_exit_group,
    ];
    // Memory that is written is never run, `clone` makes threads and no processes, and a signal (the
    // one of `abort`) goes to this process alone.
    let own = u64::from(std::process::id());
    let narrow = [
        (libc::SYS_mmap, 2, Op::MaskedEq(libc::PROT_EXEC as u64), 0),
        (libc::SYS_mprotect, 2, Op::MaskedEq(libc::PROT_EXEC as u64), 0),
        (libc::SYS_clone, 0, Op::MaskedEq(libc::CLONE_THREAD as u64), libc::CLONE_THREAD as u64),
        (libc::SYS_prctl, 0, Op::Eq, libc::PR_SET_NAME as u64),
        (libc::SYS_tgkill, 0, Op::Eq, own),
    ];
    let mut rules: std::collections::BTreeMap<i64, Vec<SeccompRule>> = free.into_iter().map(|call| (call, Vec::new())).collect();
    for (call, argument, is, value) in narrow {
        let rule = Condition::new(argument, Len::Dword, is, value).and_then(|condition| SeccompRule::new(vec![condition]));
        rules.insert(call, vec![rule.map_err(|_| NoFence)?]);
    }
    let architecture = std::env::consts::ARCH.try_into().map_err(|_| NoFence)?;
    let filter = SeccompFilter::new(rules, SeccompAction::Errno(libc::ENOSYS as u32), SeccompAction::Allow, architecture);
    let program: BpfProgram = filter.and_then(TryInto::try_into).map_err(|_| NoFence)?;
    seccompiler::apply_filter(&program).map_err(|_| NoFence)
}
