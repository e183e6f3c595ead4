@echo off
rem Starts Reward Desk on the newest JDK (25 or later) that this machine has.
setlocal EnableExtensions EnableDelayedExpansion
set "JAVA_FOUND="
set "NEWEST=24"
if defined JAVA_HOME call :consider "%JAVA_HOME%"
for %%R in ("%ProgramFiles%\Java" "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks" "%USERPROFILE%\scoop\apps") do (
  if exist "%%~R" for /d %%J in ("%%~R\*") do (
    call :consider "%%~J"
    if exist "%%~J\current" call :consider "%%~J\current"
  )
)
if not defined JAVA_FOUND (
  echo Reward Desk needs a JDK 25 or later, and none was found. Install one, or set JAVA_HOME to it. 1>&2
  exit /b 1
)
"%JAVA_FOUND%\bin\java.exe" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8 -classpath "%~dp0..\lib\*" dev.rewarddesk.app.Launcher %*
exit /b %ERRORLEVEL%

:consider
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
  for /f "tokens=1 delims=.-+" %%M in ("%%~V") do (
    set "MAJOR=%%~M"
    if !MAJOR! GTR !NEWEST! (
      set "NEWEST=!MAJOR!"
      set "JAVA_FOUND=%~1"
    )
  )
)
exit /b 0
