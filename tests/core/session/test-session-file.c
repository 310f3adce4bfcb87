/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <utime.h>

#include "session/lieudit-session-file.h"
#include "session/lieudit-session-keeper.h"

#include <string.h>

#include <glib/gstdio.h>

#include "remove-folder.h"

typedef struct {
  char           *folder;
  GFile          *file;
  LieuditSession *session;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(LieuditArticle) article = lieudit_article_new ("Vers Alep, puis Homs.", "Une route", NULL, "fr", NULL);
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("lieudit-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "route.lieudit", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->session = lieudit_session_new (article);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->session);
  g_object_unref (fixture->file);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
save (Fixture          *fixture,
      LieuditSaveMode   mode,
      GError          **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  lieudit_session_save_async (fixture->session, fixture->file, mode, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return lieudit_session_save_finish (fixture->session, result, error);
}

static void
write_note (LieuditSession *session,
            const char     *text)
{
  lieudit_notes_set_for_mention (lieudit_session_get_notes (session),
                                 lieudit_anchors_ensure (lieudit_session_get_anchors (session), 5, 9), text,
                                 lieudit_session_get_history (session));
}

static void
test_save_and_open (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(LieuditSession) again = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = NULL;

  write_note (fixture->session, "Loin");
  g_assert_true (lieudit_session_is_modified (fixture->session));
  for (guint i = 0; i < 2; i++)
    {
      save (fixture, LIEUDIT_SAVE_KNOWN, &error);
      g_assert_no_error (error);
      g_assert_false (lieudit_session_is_modified (fixture->session));
      g_assert_nonnull (lieudit_session_get_etag (fixture->session));
    }

  again = lieudit_session_open (fixture->file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lieudit_notes_get_n (lieudit_session_get_notes (again)), ==, 1);
  g_assert_true (g_file_equal (lieudit_session_get_file (again), fixture->file));
  g_assert_cmpstr (lieudit_session_get_etag (again), ==, lieudit_session_get_etag (fixture->session));

  /* Nothing is left beside it. */
  dir = g_dir_open (fixture->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "route.lieudit");
  g_assert_null (g_dir_read_name (dir));
}

/* What is changed while the file is written is not saved yet, and what is undone to what was saved is. */
static void
test_modified (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;

  write_note (fixture->session, "Loin");
  lieudit_session_save_async (fixture->session, fixture->file, LIEUDIT_SAVE_KNOWN, NULL, keep_result_cb, &result);
  write_note (fixture->session, "Très loin");
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (lieudit_session_save_finish (fixture->session, result, NULL));

  g_assert_true (lieudit_session_is_modified (fixture->session));
  g_assert_true (lieudit_history_undo (lieudit_session_get_history (fixture->session), NULL));
  g_assert_false (lieudit_session_is_modified (fixture->session));
  g_assert_true (lieudit_history_undo (lieudit_session_get_history (fixture->session), NULL));
  g_assert_true (lieudit_session_is_modified (fixture->session));
}

static void
test_changed_by_somebody_else (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *contents = NULL;

  g_assert_true (save (fixture, LIEUDIT_SAVE_KNOWN, NULL));
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), "theirs", -1, NULL));
  /* A file's time may have steps of several milliseconds, within which both were written. */
  g_assert_cmpint (utime (g_file_peek_path (fixture->file), &(struct utimbuf) { 1, 1 }), ==, 0);

  write_note (fixture->session, "Loin");
  g_assert_false (save (fixture, LIEUDIT_SAVE_KNOWN, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_assert_true (lieudit_session_is_modified (fixture->session));
  g_assert_true (g_file_get_contents (g_file_peek_path (fixture->file), &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "theirs");

  g_assert_true (save (fixture, LIEUDIT_SAVE_ANY, NULL));
  g_assert_false (lieudit_session_is_modified (fixture->session));
  g_assert_true (save (fixture, LIEUDIT_SAVE_KNOWN, NULL));
}

static void
test_cannot_be_saved (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir (g_file_peek_path (fixture->file), 0700), ==, 0);
  write_note (fixture->session, "Loin");
  g_assert_false (save (fixture, LIEUDIT_SAVE_ANY, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_true (lieudit_session_is_modified (fixture->session));
  g_assert_null (lieudit_session_get_file (fixture->session));
}

/* By what is in a file, whatever it is called. */
static void
test_by_what_is_in_it (Fixture       *fixture,
                     gconstpointer  data)
{
  static const struct {
    const char *contents;
    int         code; /* of the error, or -1 */
  } cases[] = {
    { "{\"lieudit:version\":1,\"lieudit:article\":{\"text\":\"Vers Alep.\"}}", -1 },
    { "{\"lieudit:version\":1,\"lieudit:article\":", LIEUDIT_SESSION_ERROR_DAMAGED },
    { "Vers Alep.", LIEUDIT_SESSION_ERROR_NO_SESSION },
    { "", LIEUDIT_SESSION_ERROR_NO_SESSION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditSession) session = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), cases[i].contents, -1, NULL));
      session = lieudit_session_open (fixture->file, NULL, NULL, &error);
      if (cases[i].code >= 0)
        {
          g_assert_error (error, LIEUDIT_SESSION_ERROR, cases[i].code);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpstr (lieudit_article_get_text (lieudit_session_get_article (session)), ==, "Vers Alep.");
    }
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static gboolean
has_kept (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, LIEUDIT_SESSION_ENDING))
        return TRUE;
    }

  return FALSE;
}

static void
wait_until_kept (const char *folder)
{
  while (!has_kept (folder))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_kept_after_a_crash (Fixture       *fixture,
                         gconstpointer  data)
{
  LieuditSessionKeeper *keeper = lieudit_session_keeper_new (fixture->folder, fixture->session);
  g_autoptr(GPtrArray) recovered = NULL;
  g_autoptr(GPtrArray) twice = NULL;
  g_autoptr(GPtrArray) none = NULL;
  LieuditSession *session;
  gpointer living = keeper;

  /* An article that was only read leaves nothing. */
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);

  write_note (fixture->session, "Loin");
  wait_until_kept (fixture->folder);
  none = lieudit_session_keeper_recover (fixture->folder);
  g_assert_cmpuint (none->len, ==, 0);

  /* It dies without a word, once nothing is being written. */
  g_object_add_weak_pointer (G_OBJECT (keeper), &living);
  g_object_unref (keeper);
  while (living != NULL)
    g_main_context_iteration (NULL, TRUE);
  recovered = lieudit_session_keeper_recover (fixture->folder);
  g_assert_cmpuint (recovered->len, ==, 1);
  session = lieudit_session_keeper_get_session (g_ptr_array_index (recovered, 0));
  g_assert_cmpuint (lieudit_notes_get_n (lieudit_session_get_notes (session)), ==, 1);
  g_assert_true (lieudit_session_is_modified (session));

  twice = lieudit_session_keeper_recover (fixture->folder);
  g_assert_cmpuint (twice->len, ==, 0);

  lieudit_session_keeper_forget (g_ptr_array_index (recovered, 0));
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

/* What was saved, or taken back, is not kept twice. */
static void
test_not_kept_once_saved (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "kept", NULL);
  g_autoptr(LieuditSessionKeeper) keeper = lieudit_session_keeper_new (folder, fixture->session);

  write_note (fixture->session, "Loin");
  wait_until_kept (folder);
  g_assert_true (save (fixture, LIEUDIT_SAVE_KNOWN, NULL));
  while (has_kept (folder))
    g_main_context_iteration (NULL, TRUE);

  lieudit_session_keeper_forget (keeper);
  g_assert_cmpuint (count_files (folder), ==, 0);
}

/* What nobody can read is left for somebody who can. */
static void
test_damaged_is_left (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(GPtrArray) recovered = NULL;
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), "{\"lieudit:version\":1,", -1, NULL));
  recovered = lieudit_session_keeper_recover (fixture->folder);
  g_assert_cmpuint (recovered->len, ==, 0);
  g_assert_true (g_file_get_contents (g_file_peek_path (fixture->file), &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "{\"lieudit:version\":1,");
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *name;
    void      (*function) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/session-file/save-and-open", test_save_and_open },
    { "/session-file/modified", test_modified },
    { "/session-file/changed-by-somebody-else", test_changed_by_somebody_else },
    { "/session-file/cannot-be-saved", test_cannot_be_saved },
    { "/session-file/by-what-is-in-it", test_by_what_is_in_it },
    { "/session-file/kept-after-a-crash", test_kept_after_a_crash },
    { "/session-file/not-kept-once-saved", test_not_kept_once_saved },
    { "/session-file/damaged-is-left", test_damaged_is_left },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].function, tear_down);

  return g_test_run ();
}
