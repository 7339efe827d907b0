/*
 * Preloaded (LD_PRELOAD) into a program under test, in the place of libc's file functions. It does two things:
 *
 * It writes down, in order, what is written to, cut from, flushed to or removed from the database, its journals and
 * standard output (where the program acknowledges), so that the state of the disk after a power cut at any moment
 * can be made up: FAULT_LOG names the log, FAULT_DB the database. One record is
 *     operation (1 byte: W T S U)   file (1 byte)   offset (8)   length (4)   bytes
 *
 * It lets an operation on any file under FAULT_FOLDER fail: the one numbered FAULT_AT, and with FAULT_STICKY every
 * later one, with "no space left", or with FAULT_EIO an input/output error.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { NONE = 0, DATABASE = 1, WAL = 2, JOURNAL = 3, OTHER = 4, ACKNOWLEDGEMENT = 9 };
#define MOST_FILES 4096

static uint8_t kinds[MOST_FILES];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(type, name, ...) type (*real)(__VA_ARGS__) = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static int ends_with(const char *text, const char *end) {
  size_t a = strlen(text), b = strlen(end);
  return a >= b && strcmp(text + a - b, end) == 0;
}

static int kind_of(const char *path) {
  const char *database = getenv("FAULT_DB"), *folder = getenv("FAULT_FOLDER");
  if (database && strncmp(path, database, strlen(database)) == 0) {
    const char *rest = path + strlen(database);
    if (*rest == 0) return DATABASE;
    if (strcmp(rest, "-wal") == 0) return WAL;
    if (strcmp(rest, "-journal") == 0) return JOURNAL;
  }
  if (folder && strncmp(path, folder, strlen(folder)) == 0 && !ends_with(path, "-shm")) return OTHER;
  return NONE;
}

static int kind_of_fd(int fd) {
  if (fd == 1) return ACKNOWLEDGEMENT;
  return fd >= 0 && fd < MOST_FILES ? kinds[fd] : NONE;
}

static void record(char operation, int kind, uint64_t offset, uint32_t length, const void *bytes) {
  static int log = -2;
  REAL(ssize_t, "write", int, const void *, size_t);
  if (kind == NONE || kind == OTHER) return;
  pthread_mutex_lock(&lock);
  if (log == -2) {
    REAL(int, "open", const char *, int, ...);
    const char *path = getenv("FAULT_LOG");
    log = path ? real(path, O_CREAT | O_WRONLY | O_APPEND, 0600) : -1;
  }
  if (log >= 0) {
    char head[14];
    head[0] = operation;
    head[1] = (char)kind;
    memcpy(head + 2, &offset, 8);
    memcpy(head + 10, &length, 4);
    if (real(log, head, 14) != 14 || (bytes && real(log, bytes, length) != (ssize_t)length)) abort();
  }
  pthread_mutex_unlock(&lock);
}

/* True when this operation is to fail; errno is set. */
static int fails(int kind) {
  static long at = -2, count = 0;
  int hit;
  if (kind == NONE || kind == ACKNOWLEDGEMENT) return 0;
  pthread_mutex_lock(&lock);
  if (at == -2) {
    const char *number = getenv("FAULT_AT");
    at = number ? atol(number) : -1;
  }
  count += 1;
  hit = at >= 0 && (count == at || (count > at && getenv("FAULT_STICKY")));
  pthread_mutex_unlock(&lock);
  if (hit) errno = getenv("FAULT_EIO") ? EIO : ENOSPC;
  return hit;
}

static int opened(int fd, const char *path) {
  if (fd >= 0 && fd < MOST_FILES) kinds[fd] = (uint8_t)kind_of(path);
  return fd;
}

#define MODE_ARGUMENT                        \
  mode_t mode = 0;                           \
  if (flags & (O_CREAT | O_TMPFILE)) {       \
    va_list rest;                            \
    va_start(rest, flags);                   \
    mode = va_arg(rest, mode_t);             \
    va_end(rest);                            \
  }

#define OPEN(name)                                 \
  int name(const char *path, int flags, ...) {     \
    MODE_ARGUMENT                                  \
    REAL(int, #name, const char *, int, ...);      \
    return opened(real(path, flags, mode), path);  \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                       \
  int name(int at, const char *path, int flags, ...) {     \
    MODE_ARGUMENT                                          \
    REAL(int, #name, int, const char *, int, ...);         \
    return opened(real(at, path, flags, mode), path);      \
  }
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
  REAL(int, "close", int);
  if (fd >= 0 && fd < MOST_FILES) kinds[fd] = NONE;
  return real(fd);
}

ssize_t write(int fd, const void *bytes, size_t length) {
  REAL(ssize_t, "write", int, const void *, size_t);
  int kind = kind_of_fd(fd);
  if (kind != NONE) {
    if (fails(kind)) return -1;
    record('W', kind, kind == ACKNOWLEDGEMENT ? 0 : (uint64_t)lseek(fd, 0, SEEK_CUR), (uint32_t)length, bytes);
  }
  return real(fd, bytes, length);
}

#define PWRITE(name, type)                                                \
  ssize_t name(int fd, const void *bytes, size_t length, type offset) {   \
    REAL(ssize_t, #name, int, const void *, size_t, type);                \
    int kind = kind_of_fd(fd);                                            \
    if (kind != NONE) {                                                   \
      if (fails(kind)) return -1;                                         \
      record('W', kind, (uint64_t)offset, (uint32_t)length, bytes);       \
    }                                                                     \
    return real(fd, bytes, length, offset);                               \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define TRUNCATE(name, type)                          \
  int name(int fd, type length) {                     \
    REAL(int, #name, int, type);                      \
    int kind = kind_of_fd(fd);                        \
    if (kind != NONE) {                               \
      if (fails(kind)) return -1;                     \
      record('T', kind, (uint64_t)length, 0, NULL);   \
    }                                                 \
    return real(fd, length);                          \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define FLUSH(name)                       \
  int name(int fd) {                      \
    REAL(int, #name, int);                \
    int kind = kind_of_fd(fd);            \
    if (kind != NONE) {                   \
      if (fails(kind)) return -1;         \
      record('S', kind, 0, 0, NULL);      \
    }                                     \
    return real(fd);                      \
  }
FLUSH(fsync)
FLUSH(fdatasync)

int unlink(const char *path) {
  REAL(int, "unlink", const char *);
  record('U', kind_of(path), 0, 0, NULL);
  return real(path);
}
