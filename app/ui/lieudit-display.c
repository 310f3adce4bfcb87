/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-display.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Smaller than any tile or text, larger than what widgets are made of; in bytes. */
#define LARGE_BLOCK (128 * 1024)

/* The first GTK that has a variable of its own for what is to be left out. */
#define MINOR_WITH_GDK_DISABLE 16

/* After freeing its first large block, the GNU library would keep all further ones in its heaps, which never shrink. */
static void
give_large_blocks_back (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, LARGE_BLOCK);
  mallopt (M_TRIM_THRESHOLD, LARGE_BLOCK);
#endif
}

static void
restore_variable (const char *name,
                  const char *value)
{
  if (value != NULL)
    g_setenv (name, value, TRUE);
  else
    g_unsetenv (name);
}

/**
 * lieudit_display_open:
 *
 * Initialises GTK, in no more memory than its renderer needs: GTK starts OpenGL even when it was told to draw with Cairo alone,
 * and Mesa's software driver takes some 50 MB.
 *
 * Returns: whether there is a display
 */
gboolean
lieudit_display_open (void)
{
  const char *name = gtk_get_minor_version () >= MINOR_WITH_GDK_DISABLE ? "GDK_DISABLE" : "GDK_DEBUG";
  const char *what = gtk_get_minor_version () >= MINOR_WITH_GDK_DISABLE ? "gl,vulkan" : "gl-disable";
  g_autofree char *before = g_strdup (g_getenv (name));
  g_autofree char *with_ours = NULL;
  gboolean is_open;

  give_large_blocks_back ();
  if (g_strcmp0 (g_getenv ("GSK_RENDERER"), "cairo") != 0)
    return gtk_init_check ();

  with_ours = before != NULL && *before != '\0' ? g_strconcat (before, ",", what, NULL) : g_strdup (what);
  g_setenv (name, with_ours, TRUE);
  is_open = gtk_init_check ();
  /* The browser that a link is opened with must not inherit this. */
  restore_variable (name, before);

  return is_open;
}
