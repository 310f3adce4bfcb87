/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For the tests, whose server is on this computer, which pages are never fetched from: no setting, option or variable
 * leads here, and a test sees to it that no other file of the programs includes this one.
 */
#pragma once

#include "network/lieudit-public-address.h"

G_BEGIN_DECLS

/**
 * LieuditPageLimits:
 * @filter: tells which addresses may be used
 * @most_bytes: the longest page
 * @patience: how long a page may take, in milliseconds
 *
 * What fetching is held to.
 */
typedef struct {
  LieuditAddressFilter filter;
  gsize                most_bytes;
  guint                patience;
} LieuditPageLimits;

void lieudit_page_fetch_within_async (const char              *address,
                                      const LieuditPageLimits *limits,
                                      GCancellable            *cancellable,
                                      GAsyncReadyCallback      callback,
                                      gpointer                 user_data);

G_END_DECLS
