/* relata/relata.h: all of relata. Programs include this file and no other. */
#pragma once

#include <relata/base.h>
#include <relata/document.h>
#include <relata/learn.h>
#include <relata/lexis.h>
#include <relata/parse.h>
#include <relata/reference.h>
#include <relata/semantics.h>
#include <relata/triples.h>
#include <relata/writers.h>
#include <relata/pipeline.h>
