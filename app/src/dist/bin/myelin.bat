@echo off
rem Starts Myelin on a Java that is new enough, wherever that is installed.
rem
rem   MYELIN_JAVA   the Java to take: its folder; otherwise JAVA_HOME, PATH and the usual places
rem   MYELIN_OPTS   options for the Java virtual machine, such as -Xmx2g
rem
rem lib holds what runs graphs, lib\editor what only the window needs: a headless command is started without the second,
rem on the class path; the editor runs as modules, which JavaFX asks for.
rem For a fast start an archive of loaded classes is kept in the user's cache folder, made at the end of the first run.
setlocal EnableExtensions DisableDelayedExpansion
set "need=25"
set "java="
for %%d in ("%~dp0..") do set "home=%%~fd"

if defined MYELIN_JAVA (
  call :suits "%MYELIN_JAVA%"
  if not defined java (
    >&2 echo myelin: needs Java %need% or later, and MYELIN_JAVA names none: "%MYELIN_JAVA%"
    exit /b 2
  )
  goto :found
)
if defined JAVA_HOME call :suits "%JAVA_HOME%"
if defined java goto :found
for %%j in (java.exe) do if not "%%~$PATH:j" == "" for %%d in ("%%~dp$PATH:j..") do call :suits "%%~fd"
if defined java goto :found
for %%p in (
  "%ProgramFiles%\Java" "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu"
  "%ProgramFiles%\BellSoft" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\OpenJDK" "%ProgramFiles%\Semeru"
  "%LocalAppData%\Programs\Eclipse Adoptium" "%LocalAppData%\Programs\Microsoft" "%UserProfile%\.jdks"
  "%UserProfile%\.sdkman\candidates\java" "%UserProfile%\scoop\apps\temurin-jdk" "%UserProfile%\scoop\apps\openjdk"
) do if exist "%%~p" for /d %%d in ("%%~p\*") do if not defined java call :suits "%%~fd"
if defined java goto :found
>&2 echo myelin: needs Java %need% or later, found none: install one and set JAVA_HOME or MYELIN_JAVA to its folder
exit /b 2

:found
set "archive=headless"
set "program=-cp "%home%\lib\*" io.myelin.app.Main"
rem No block in parentheses here: a folder such as Program Files (x86) would end it.
if /i not "%~1" == "edit" goto :start
set "archive=editor"
set "program=-p "%home%\lib;%home%\lib\editor" --add-modules ALL-MODULE-PATH --enable-native-access=javafx.graphics -m io.myelin.app/io.myelin.app.Main"

:start
rem Messages are many and die young, which the parallel collector handles with the least work for each; the editor, and
rem whoever names a collector in options of their own, keeps what it has.
set "collector="
if not "%archive%" == "headless" goto :share
set "collector=-XX:+UseParallelGC -XX:GCTimeRatio=19"
for %%v in (MYELIN_OPTS JDK_JAVA_OPTIONS JAVA_TOOL_OPTIONS _JAVA_OPTIONS) do set %%v 2>nul | findstr /r /c:"-XX:[+-]Use[A-Za-z]*GC" >nul && set "collector="

rem Components and messages are many and small: with compact headers each takes a part less of the heap.
:share
set "headers=-XX:+UseCompactObjectHeaders"
for %%v in (MYELIN_OPTS JDK_JAVA_OPTIONS JAVA_TOOL_OPTIONS _JAVA_OPTIONS) do set %%v 2>nul | findstr /r /c:"-XX:[+-]UseCompactObjectHeaders" >nul && set "headers="
set "cache=%LocalAppData%\myelin"
set "share="
if not exist "%cache%" mkdir "%cache%" 2>nul
if exist "%cache%" set "share=-XX:+AutoCreateSharedArchive -XX:SharedArchiveFile="%cache%\%archive%.jsa""
"%java%\bin\java.exe" -Xlog:disable -Xlog:all=warning,cds*=off,aot*=off:stderr --sun-misc-unsafe-memory-access=allow %headers% %collector% %MYELIN_OPTS% %share% %program% %*
exit /b %ERRORLEVEL%

rem :suits FOLDER sets java to it if there is a Java in it that is new enough, as its release file says.
:suits
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
set "version="
for /f "usebackq tokens=2 delims==" %%v in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do if not defined version set "version=%%~v"
for /f "tokens=1 delims=.-+" %%v in ("%version%") do if %%v geq %need% set "java=%~1"
exit /b
