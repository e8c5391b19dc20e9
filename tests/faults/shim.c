/* Stands between a program and the files below one folder: counts what it does to them, writes it
 * down, and lets an operation fail, tear or end the program. Loaded by LD_PRELOAD, steered from
 * inside the program by the lab_ functions; without them it does nothing.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

#define EXPORT __attribute__((visibility("default")))
#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
enum { MOST_FILES = 1024, FULL_RECORD = 2 };
enum fault { NONE, DIE_BEFORE, DIE_AFTER, FAIL, SHORT, WAIT };
enum verdict { PASS, REFUSE, HALF, HALF_AND_DIE, PASS_AND_DIE };

static char folder[PATH_MAX];
static char kinds[32];
static enum fault fault;
static int error_number, for_good, log_file = -1, log_style;
static long counted, strike_at;
static long struck;
static char *names[MOST_FILES];

EXPORT void lab_watch(const char *below, int descriptor, int style) {
  snprintf(folder, sizeof folder, "%s", below);
  log_file = descriptor;
  log_style = style;
  counted = 0;
}

/* `which` holds the letters of the kinds that fail; the others are counted only. */
EXPORT void lab_arm(long at, int what, int number, int sticky, const char *which) {
  fault = what;
  error_number = number;
  for_good = sticky;
  strike_at = at;
  counted = struck = 0;
  snprintf(kinds, sizeof kinds, "%s", which);
}

EXPORT long lab_struck(void) { return struck; }

static int is_watched(const char *path) {
  size_t length = strlen(folder);
  return length && path && strncmp(path, folder, length) == 0;
}

static const char *name_of(int file) {
  return file >= 0 && file < MOST_FILES ? names[file] : NULL;
}

static void keep_name(int file, const char *path) {
  if (file < 0 || file >= MOST_FILES) return;
  free(names[file]);
  names[file] = path && is_watched(path) ? strdup(path) : NULL;
}

static void resolve(int base, const char *path, char *out) {
  char start[PATH_MAX / 2] = "";
  if (path[0] == '/') {
    snprintf(out, PATH_MAX, "%s", path);
    return;
  }
  if (base == AT_FDCWD) {
    if (!getcwd(start, sizeof start)) start[0] = 0;
  } else if (name_of(base)) {
    snprintf(start, sizeof start, "%s", name_of(base));
  }
  snprintf(out, PATH_MAX, "%s/%s", start, path);
}

static void put(const void *bytes, size_t count) {
  const char *from = bytes;
  while (count) {
    ssize_t done = NEXT(write)(log_file, from, count);
    if (done <= 0) abort();
    from += done;
    count -= (size_t)done;
  }
}

static void note(char kind, const char *path, int64_t at, const void *data, uint32_t size) {
  int saved = errno;
  if (log_file < 0) return;
  uint32_t length = (uint32_t)strlen(path), kept = log_style == FULL_RECORD ? size : 0;
  put(&kind, 1);
  put(&length, 4);
  put(&at, 8);
  put(&kept, 4);
  put(path, length);
  if (kept) put(data, kept);
  errno = saved;
}

static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

/* Counts one operation and says what is to become of it. */
static enum verdict judge(char kind, const char *path) {
  if (log_file >= 0 && log_style != FULL_RECORD) note(kind, path, 0, NULL, 0);
  counted++;
  if (fault == NONE || !strchr(kinds, kind)) return PASS;
  if (counted != strike_at && !(for_good && counted > strike_at)) return PASS;
  int first = !struck++;
  switch (fault) {
    case DIE_BEFORE: die(); break;
    case DIE_AFTER: return kind == 'W' ? HALF_AND_DIE : PASS_AND_DIE;
    case SHORT:
      if (first && kind == 'W') return HALF;
      break;
    case WAIT:  /* the number is milliseconds then */
      usleep((useconds_t)error_number * 1000);
      return PASS;
    default: break;
  }
  errno = error_number;
  return REFUSE;
}

static void done(enum verdict verdict) {
  int saved = errno;
  if (verdict == PASS_AND_DIE || verdict == HALF_AND_DIE) die();
  errno = saved;
}

static void record(char kind, const char *path, int64_t at, const void *data, size_t size) {
  if (log_style == FULL_RECORD) note(kind, path, at, data, (uint32_t)size);
}

static int open_at(int base, const char *path, int flags, mode_t mode) {
  char full[PATH_MAX];
  struct stat found;
  resolve(base, path, full);
  if (!is_watched(full)) {
    int other = NEXT(openat64)(base, path, flags, mode);
    keep_name(other, NULL);
    return other;
  }
  enum verdict verdict = PASS;
  int is_new = (flags & O_CREAT) && stat(full, &found) != 0;
  int writes = flags & (O_WRONLY | O_RDWR | O_CREAT);
  if (writes) verdict = judge(is_new ? 'C' : 'O', full);
  if (verdict == REFUSE) return -1;
  int file = NEXT(openat64)(base, path, flags, mode);
  if (file >= 0) {
    keep_name(file, full);
    if (is_new) record('C', full, 0, NULL, 0);
    else if (flags & O_TRUNC) record('T', full, 0, NULL, 0);
  }
  done(verdict);
  return file;
}

#define WITH_MODE                                 \
  mode_t mode = 0;                                \
  if (flags & (O_CREAT | O_TMPFILE)) {            \
    va_list more;                                 \
    va_start(more, flags);                        \
    mode = va_arg(more, mode_t);                  \
    va_end(more);                                 \
  }

EXPORT int open(const char *path, int flags, ...) { WITH_MODE return open_at(AT_FDCWD, path, flags, mode); }
EXPORT int open64(const char *path, int flags, ...) { WITH_MODE return open_at(AT_FDCWD, path, flags, mode); }
EXPORT int openat(int base, const char *path, int flags, ...) { WITH_MODE return open_at(base, path, flags, mode); }
EXPORT int openat64(int base, const char *path, int flags, ...) { WITH_MODE return open_at(base, path, flags, mode); }

EXPORT int close(int file) {
  keep_name(file, NULL);
  return NEXT(close)(file);
}

static ssize_t write_at(int file, const void *data, size_t size, off64_t at) {
  const char *path = name_of(file);
  int is_placed = at >= 0;
  enum verdict verdict = PASS;
  if (path) verdict = judge('W', path);
  if (verdict == REFUSE) return -1;
  if ((verdict == HALF || verdict == HALF_AND_DIE) && size > 1) size /= 2;
  if (path && !is_placed) at = lseek64(file, 0, fcntl(file, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR);
  ssize_t written = is_placed ? NEXT(pwrite64)(file, data, size, at) : NEXT(write)(file, data, size);
  if (path && written > 0) record('W', path, at, data, (size_t)written);
  done(verdict);
  return written;
}

EXPORT ssize_t write(int file, const void *data, size_t size) { return write_at(file, data, size, -1); }
EXPORT ssize_t pwrite(int file, const void *data, size_t size, off_t at) { return write_at(file, data, size, at); }
EXPORT ssize_t pwrite64(int file, const void *data, size_t size, off64_t at) { return write_at(file, data, size, at); }

EXPORT ssize_t sendfile(int to, int from, off_t *at, size_t size) {
  if (name_of(to)) {  /* Python then copies with read and write, which are counted */
    errno = ENOTSOCK;
    return -1;
  }
  return NEXT(sendfile)(to, from, at, size);
}
EXPORT ssize_t sendfile64(int to, int from, off64_t *at, size_t size) { return sendfile(to, from, (off_t *)at, size); }

static int may_read(int file) {
  const char *path = name_of(file);
  return !path || judge('r', path) != REFUSE;
}

EXPORT ssize_t read(int file, void *into, size_t size) { return may_read(file) ? NEXT(read)(file, into, size) : -1; }
EXPORT ssize_t pread(int file, void *into, size_t size, off_t at) { return may_read(file) ? NEXT(pread)(file, into, size, at) : -1; }
EXPORT ssize_t pread64(int file, void *into, size_t size, off64_t at) { return may_read(file) ? NEXT(pread64)(file, into, size, at) : -1; }

static int sync_file(int file, int data_only) {
  const char *path = name_of(file);
  struct stat found;
  enum verdict verdict = PASS;
  if (path) verdict = judge('S', path);
  if (verdict == REFUSE) return -1;
  int result = data_only ? NEXT(fdatasync)(file) : NEXT(fsync)(file);
  if (path && result == 0 && fstat(file, &found) == 0)
    record(S_ISDIR(found.st_mode) ? 'D' : 'S', path, 0, NULL, 0);
  done(verdict);
  return result;
}

EXPORT int fsync(int file) { return sync_file(file, 0); }
EXPORT int fdatasync(int file) { return sync_file(file, 1); }

EXPORT int ftruncate64(int file, off64_t size) {
  const char *path = name_of(file);
  enum verdict verdict = PASS;
  if (path) verdict = judge('T', path);
  if (verdict == REFUSE) return -1;
  int result = NEXT(ftruncate64)(file, size);
  if (path && result == 0) record('T', path, size, NULL, 0);
  done(verdict);
  return result;
}
EXPORT int ftruncate(int file, off_t size) { return ftruncate64(file, size); }

/* Questions about a file are not counted; a drive that hangs answers them late as well. */
static void look(int base, const char *path) {
  char full[PATH_MAX];
  if (fault != WAIT || !path) return;
  resolve(base, path, full);
  if (!is_watched(full)) return;
  struck++;
  usleep((useconds_t)error_number * 1000);
}

#define QUESTION(name, type) \
  EXPORT int name(const char *path, type *found) { look(AT_FDCWD, path); return NEXT(name)(path, found); }
QUESTION(stat, struct stat)
QUESTION(stat64, struct stat64)
QUESTION(lstat, struct stat)
QUESTION(lstat64, struct stat64)
EXPORT int fstatat(int base, const char *path, struct stat *found, int flags) { look(base, path); return NEXT(fstatat)(base, path, found, flags); }
EXPORT int fstatat64(int base, const char *path, struct stat64 *found, int flags) { look(base, path); return NEXT(fstatat64)(base, path, found, flags); }
EXPORT int access(const char *path, int mode) { look(AT_FDCWD, path); return NEXT(access)(path, mode); }

static int remove_at(int base, const char *path, int flags) {
  char full[PATH_MAX];
  char kind = flags & AT_REMOVEDIR ? 'X' : 'U';
  resolve(base, path, full);
  enum verdict verdict = is_watched(full) ? judge(kind, full) : PASS;
  if (verdict == REFUSE) return -1;
  int result = NEXT(unlinkat)(base, path, flags);
  if (is_watched(full) && result == 0) record(kind, full, 0, NULL, 0);
  done(verdict);
  return result;
}
EXPORT int unlink(const char *path) { return remove_at(AT_FDCWD, path, 0); }
EXPORT int unlinkat(int base, const char *path, int flags) { return remove_at(base, path, flags); }
EXPORT int rmdir(const char *path) { return remove_at(AT_FDCWD, path, AT_REMOVEDIR); }

EXPORT int mkdir(const char *path, mode_t mode) {
  char full[PATH_MAX];
  resolve(AT_FDCWD, path, full);
  enum verdict verdict = is_watched(full) ? judge('M', full) : PASS;
  if (verdict == REFUSE) return -1;
  int result = NEXT(mkdir)(path, mode);
  if (is_watched(full) && result == 0) record('M', full, 0, NULL, 0);
  done(verdict);
  return result;
}

static int rename_at(int base, const char *old, int other, const char *new) {
  char from[PATH_MAX], to[PATH_MAX];
  resolve(base, old, from);
  resolve(other, new, to);
  int watched = is_watched(from) || is_watched(to);
  enum verdict verdict = watched ? judge('R', to) : PASS;
  if (verdict == REFUSE) return -1;
  int result = NEXT(renameat)(base, old, other, new);
  if (watched && result == 0) record('R', from, 0, to, strlen(to));
  done(verdict);
  return result;
}
EXPORT int rename(const char *old, const char *new) { return rename_at(AT_FDCWD, old, AT_FDCWD, new); }
EXPORT int renameat(int base, const char *old, int other, const char *new) { return rename_at(base, old, other, new); }
