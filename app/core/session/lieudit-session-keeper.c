/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-session-keeper.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gstdio.h>

#define LOCK_ENDING ".lock"

/**
 * LieuditSessionKeeper:
 *
 * Writes a session into the folder of those that are worked on, a moment after
 * each change, so that it comes back after a crash. Once it is saved as a file
 * or left for good, there is nothing to come back.
 *
 * Each has a file beside it that is locked as long as somebody works on it: the
 * system takes the lock away from whoever dies.
 */
struct _LieuditSessionKeeper
{
  GObject parent_instance;

  LieuditSession *session;
  char           *path;
  int             lock;
  guint           timeout;
  gboolean        is_writing;
  gboolean        is_due;    /* again, once that is written */
  gboolean        is_over;
};

G_DEFINE_FINAL_TYPE (LieuditSessionKeeper, lieudit_session_keeper, G_TYPE_OBJECT)

static void schedule (LieuditSessionKeeper *self);

/* Locked, or -1. */
static int
take_lock (const char *path)
{
  g_autofree char *lock_path = g_strconcat (path, LOCK_ENDING, NULL);
  int lock = g_open (lock_path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);

  if (lock >= 0 && flock (lock, LOCK_EX | LOCK_NB) == 0)
    return lock;

  if (lock >= 0)
    g_close (lock, NULL);
  return -1;
}

static void
remove_files (const char *path)
{
  g_autofree char *lock_path = g_strconcat (path, LOCK_ENDING, NULL);

  g_unlink (path);
  g_unlink (lock_path);
}

typedef struct {
  char   *path;
  GBytes *contents;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_free (writing->path);
  g_bytes_unref (writing->contents);
  g_free (writing);
}

static void
write_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  const Writing *writing = task_data;
  GError *error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (writing->contents, &size);

  if (g_file_set_contents_full (writing->path, data, (gssize) size,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  LieuditSessionKeeper *self = LIEUDIT_SESSION_KEEPER (source);
  g_autoptr(GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_message ("The session cannot be kept in %s: %s", self->path, error->message);

  self->is_writing = FALSE;
  /* Meanwhile there may be nothing to keep any more. */
  if (self->is_over)
    remove_files (self->path);
  else if (self->is_due)
    schedule (self);
}

static gboolean
write_cb (gpointer user_data)
{
  LieuditSessionKeeper *self = LIEUDIT_SESSION_KEEPER (user_data);
  g_autoptr(GTask) task = NULL;
  Writing *writing;

  self->timeout = 0;
  if (!lieudit_session_is_modified (self->session))
    {
      g_unlink (self->path);
      return G_SOURCE_REMOVE;
    }

  writing = g_new0 (Writing, 1);
  writing->path = g_strdup (self->path);
  writing->contents = lieudit_session_write (self->session, LIEUDIT_SESSION_FOR_RECOVERY);
  self->is_writing = TRUE;
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, write_thread);

  return G_SOURCE_REMOVE;
}

/* Only with the first change: an article that is just read leaves nothing behind. */
static gboolean
ensure_lock (LieuditSessionKeeper *self)
{
  g_autofree char *folder = NULL;

  if (self->lock >= 0)
    return TRUE;

  folder = g_path_get_dirname (self->path);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    g_message ("Sessions cannot be kept in %s: %s", folder, g_strerror (errno));
  else
    self->lock = take_lock (self->path);

  return self->lock >= 0;
}

/* The first change starts the clock, and no other sets it back. */
static void
schedule (LieuditSessionKeeper *self)
{
  if (self->is_over || (self->lock < 0 && !lieudit_session_is_modified (self->session)) || !ensure_lock (self))
    return;

  self->is_due = self->is_writing;
  if (!self->is_writing && self->timeout == 0)
    self->timeout = g_timeout_add (LIEUDIT_KEEPER_MILLISECONDS, write_cb, self);
}

static void
lieudit_session_keeper_finalize (GObject *object)
{
  LieuditSessionKeeper *self = LIEUDIT_SESSION_KEEPER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->lock >= 0)
    g_close (self->lock, NULL);
  g_clear_object (&self->session);
  g_free (self->path);

  G_OBJECT_CLASS (lieudit_session_keeper_parent_class)->finalize (object);
}

static void
lieudit_session_keeper_class_init (LieuditSessionKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_session_keeper_finalize;
}

static void
lieudit_session_keeper_init (LieuditSessionKeeper *self)
{
  self->lock = -1;
}

static char *
get_folder (const char *folder)
{
  return folder != NULL ? g_strdup (folder) : g_build_filename (g_get_user_state_dir (), "lieudit", "sessions", NULL);
}

static LieuditSessionKeeper *
new_for_path (const char     *path,
              int             lock,
              LieuditSession *session)
{
  LieuditSessionKeeper *self = g_object_new (LIEUDIT_TYPE_SESSION_KEEPER, NULL);

  self->path = g_strdup (path);
  self->lock = lock;
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::modified", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * lieudit_session_keeper_new:
 * @folder: (nullable): where sessions that are worked on are kept; %NULL for the
 *   user's own
 * @session: a session
 *
 * Keeps a session from its next change on.
 *
 * Returns: (transfer full): the keeper
 */
LieuditSessionKeeper *
lieudit_session_keeper_new (const char     *folder,
                            LieuditSession *session)
{
  g_autofree char *place = get_folder (folder);
  g_autofree char *name = g_uuid_string_random ();
  g_autofree char *path = g_strconcat (place, G_DIR_SEPARATOR_S, name, LIEUDIT_SESSION_ENDING, NULL);

  g_return_val_if_fail (LIEUDIT_IS_SESSION (session), NULL);

  return new_for_path (path, -1, session);
}

/**
 * lieudit_session_keeper_get_session:
 * @self: a keeper
 *
 * Returns: (transfer none): the session that it keeps
 */
LieuditSession *
lieudit_session_keeper_get_session (LieuditSessionKeeper *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SESSION_KEEPER (self), NULL);

  return self->session;
}

/**
 * lieudit_session_keeper_forget:
 * @self: a keeper
 *
 * Keeps nothing any more: the person is done with the session.
 */
void
lieudit_session_keeper_forget (LieuditSessionKeeper *self)
{
  g_return_if_fail (LIEUDIT_IS_SESSION_KEEPER (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->is_over = TRUE;
  if (!self->is_writing && self->lock >= 0)
    remove_files (self->path);
}

/* Of somebody who died between two changes. */
static void
remove_stale_lock (const char *lock_path)
{
  g_autofree char *path = g_strndup (lock_path, strlen (lock_path) - strlen (LOCK_ENDING));
  int lock;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return;

  lock = take_lock (path);
  if (lock >= 0)
    {
      g_unlink (lock_path);
      g_close (lock, NULL);
    }
}

/* What cannot be read stays where it is: somebody may be able to save something of it. */
static LieuditSessionKeeper *
recover_file (const char *path)
{
  g_autoptr(LieuditSession) session = NULL;
  g_autoptr(GMappedFile) file = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  int lock = take_lock (path);

  if (lock < 0)
    return NULL;

  file = g_mapped_file_new (path, FALSE, &error);
  bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  session = bytes != NULL ? lieudit_session_read (bytes, NULL, &error) : NULL;
  if (session == NULL)
    {
      g_message ("The session in %s cannot be recovered: %s", path, error->message);
      g_close (lock, NULL);
      return NULL;
    }

  lieudit_session_set_unsaved (session);

  return new_for_path (path, lock, session);
}

/**
 * lieudit_session_keeper_recover:
 * @folder: (nullable): where sessions that are worked on are kept; %NULL for the
 *   user's own
 *
 * Finds the sessions that somebody worked on who is not there any more. They are
 * kept on.
 *
 * Returns: (transfer full) (element-type LieuditSessionKeeper): a keeper for each
 */
GPtrArray *
lieudit_session_keeper_recover (const char *folder)
{
  GPtrArray *keepers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *place = get_folder (folder);
  g_autoptr(GDir) dir = g_dir_open (place, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place, name, NULL);
      LieuditSessionKeeper *keeper = NULL;

      if (g_str_has_suffix (name, LIEUDIT_SESSION_ENDING))
        keeper = recover_file (path);
      else if (g_str_has_suffix (name, LIEUDIT_SESSION_ENDING LOCK_ENDING))
        remove_stale_lock (path);
      if (keeper != NULL)
        g_ptr_array_add (keepers, keeper);
    }

  return keepers;
}
